package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The signed message does not sign anybody in. The detail says which of its claims is not good. */
public final class WalletSignInRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wallet-sign-in-refused", 401, "The wallet's signature is not accepted");

  public WalletSignInRefused(String detail) {
    super(TYPE, detail);
  }
}
