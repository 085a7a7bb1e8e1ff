package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Without this credential nobody could sign in to the account any more. */
public final class LastCredential extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("last-credential", 409, "This is the only way to sign in");

  public LastCredential() {
    super(TYPE, "Add another way to sign in, then take this one away.");
  }
}
