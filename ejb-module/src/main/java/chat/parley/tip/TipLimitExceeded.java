package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.math.BigInteger;

/** More than somebody lets himself give; names what is left. */
public final class TipLimitExceeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("tip-limit-exceeded", 409, "This is more than your limit");

  /**
   * The refusal.
   *
   * @param left in the smallest units
   */
  public TipLimitExceeded(BigInteger left) {
    super(TYPE, "You have set yourself a limit for a day, and this would go beyond it.");
    with("left", left.toString());
  }
}
