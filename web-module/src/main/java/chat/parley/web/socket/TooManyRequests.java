package chat.parley.web.socket;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;
import java.time.Duration;

/** A connection asks more than its share. */
final class TooManyRequests extends ParleyException {

  private static final long serialVersionUID = 1L;

  private static final ProblemType TYPE =
      new ProblemType("too-many-requests", 429, "Too many requests", Retry.AFTER);

  TooManyRequests(String detail, Duration after) {
    super(TYPE, detail);
    with("afterMs", after.toMillis());
  }
}
