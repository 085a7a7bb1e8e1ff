package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.util.Locale;

/** A link that opens a lost account is not, or no longer, good. */
public final class RecoveryRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("recovery-refused", 410, "The link is no longer good");

  /** Why a link is not good. */
  public enum Reason {
    /** It was used. */
    USED("It was used before."),
    /** Its time is over. */
    EXPIRED("Its time is over. Ask for a new one."),
    /** Too many wrong codes came with it. */
    SPENT("Too many wrong codes were tried with it. Ask for a new one."),
    /** It was never one, or that was long ago. */
    UNKNOWN("It is not one of ours, or it is very old.");

    private final String detail;

    Reason(String detail) {
      this.detail = detail;
    }
  }

  /** A refusal for this reason. */
  public RecoveryRefused(Reason reason) {
    super(TYPE, reason.detail);
    with("reason", reason.name().toLowerCase(Locale.ROOT));
  }
}
