package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Another account is opened by this identity. */
public final class IdentityTaken extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("identity-taken", 409, "This sign-in belongs to another account");

  public IdentityTaken() {
    super(TYPE, "A sign-in with an issuer opens one account only. Unlink it there first.");
  }
}
