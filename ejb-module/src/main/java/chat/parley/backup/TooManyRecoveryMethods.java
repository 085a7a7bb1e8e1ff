package chat.parley.backup;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** More ways of recovery than an account may have. */
public final class TooManyRecoveryMethods extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-recovery-methods", 403, "There are enough ways of recovery");

  public TooManyRecoveryMethods() {
    super(TYPE, "At most " + Limits.RECOVERY_METHODS + " of them: remove one first.");
  }
}
