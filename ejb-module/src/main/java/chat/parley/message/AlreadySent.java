package chat.parley.message;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What is to be scheduled was sent before, under the same idempotency key. */
public final class AlreadySent extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("already-sent", 409, "The message was sent already");

  /** A refusal of a key that the log knows. */
  public AlreadySent() {
    super(TYPE, "This device has sent a message with this idempotency key.");
  }
}
