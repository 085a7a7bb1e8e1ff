package chat.parley.web.socket;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;

/** Something failed that has no name; the log has the details. */
final class InternalFault extends ParleyException {

  private static final long serialVersionUID = 1L;

  private static final ProblemType TYPE =
      new ProblemType("internal", 500, "Something went wrong on the server", Retry.SAME);

  InternalFault() {
    super(TYPE, "It was not your fault. Try again.");
  }
}
