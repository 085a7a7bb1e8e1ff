package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Another account has this user name. */
public final class UsernameTaken extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("username-taken", 409, "The user name is taken");

  public UsernameTaken() {
    super(TYPE, "Choose another user name.");
  }
}
