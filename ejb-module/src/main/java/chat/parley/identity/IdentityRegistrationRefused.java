package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The proof of an identity at an issuer is used up, expired, or was never one. */
public final class IdentityRegistrationRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of(
          "identity-registration-refused", 401, "The proof of the sign-in is no longer good");

  public IdentityRegistrationRefused() {
    super(TYPE, "Sign in with the issuer again.");
  }
}
