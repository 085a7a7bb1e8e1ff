package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;
import java.time.Duration;

/** Too many wrong passwords for one account from one place. */
public final class TooManyAttempts extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType("too-many-requests", 429, "Too many requests", Retry.AFTER);

  /** A refusal until {@code after} has passed. */
  public TooManyAttempts(Duration after) {
    super(TYPE, "Too many attempts to sign in. Wait, then try again.");
    with("afterMs", after.toMillis());
  }
}
