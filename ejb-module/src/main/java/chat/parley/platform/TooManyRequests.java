package chat.parley.platform;

import java.time.Duration;

/** Somebody asks more than their share. */
public final class TooManyRequests extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType("too-many-requests", 429, "Too many requests", Retry.AFTER);

  /** A refusal until {@code after} has passed. */
  public TooManyRequests(String detail, Duration after) {
    super(TYPE, detail);
    with("afterMs", after.toMillis());
  }
}
