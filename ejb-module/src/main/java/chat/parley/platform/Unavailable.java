package chat.parley.platform;

import java.time.Duration;

/**
 * A part the command needs does not answer now. Nothing the caller did is wrong: the same command
 * with the same idempotency key may be sent again.
 */
public final class Unavailable extends ParleyException {

  private static final long serialVersionUID = 1L;

  private static final String SLUG = "unavailable";
  private static final String TITLE = "The service cannot do this now";

  /** Send again with the same key, at once or after a back-off of one's own. */
  public static final ProblemType SAME = new ProblemType(SLUG, 503, TITLE, Retry.SAME);

  /** Send again with the same key, but only after the time named. */
  public static final ProblemType LATER = new ProblemType(SLUG, 503, TITLE, Retry.AFTER);

  /** The outcome is not known, or nothing was done. */
  public Unavailable(String detail) {
    super(SAME, detail);
  }

  /** Nothing was done; trying again before {@code after} would only add to the load. */
  public Unavailable(String detail, Duration after) {
    super(LATER, detail);
    with("afterMs", after.toMillis());
  }
}
