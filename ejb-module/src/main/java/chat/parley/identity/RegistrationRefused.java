package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The proof that a person holds a wallet is used up, expired, or was never one. */
public final class RegistrationRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of(
          "wallet-registration-refused", 401, "The proof of the wallet is no longer good");

  public RegistrationRefused() {
    super(TYPE, "Sign in with the wallet again.");
  }
}
