package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The password is not that of the account, or there is no such account: nobody learns which. */
public final class WrongCredentials extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wrong-credentials", 401, "User name or password is wrong");

  public WrongCredentials() {
    super(TYPE, "Check both and try again.");
  }
}
