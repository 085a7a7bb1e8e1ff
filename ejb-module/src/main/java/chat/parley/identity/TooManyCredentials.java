package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** An account has as many credentials as it can have. */
public final class TooManyCredentials extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-credentials", 409, "There are too many ways to sign in");

  public TooManyCredentials() {
    super(TYPE, "Take one away before you add another.");
  }
}
