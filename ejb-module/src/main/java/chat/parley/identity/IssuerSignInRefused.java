package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What the issuer sent the browser back with does not sign anybody in. */
public final class IssuerSignInRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("issuer-sign-in-refused", 401, "The sign-in with the issuer is not accepted");

  /**
   * A refusal.
   *
   * @param detail what is not good
   */
  public IssuerSignInRefused(String detail) {
    super(TYPE, detail);
  }
}
