package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The code is none of the account's, or was used. */
public final class WrongRecoveryCode extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wrong-recovery-code", 403, "The recovery code is wrong");

  public WrongRecoveryCode() {
    super(TYPE, "Check it, or take another one: each is good once.");
  }
}
