package chat.parley.backup;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The account has a key already, which another of its devices has registered. */
public final class AccountKeyExists extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("account-key-exists", 409, "The account has another key");

  public AccountKeyExists() {
    super(TYPE, "Open it here, or name it as the one that is to be replaced.");
  }
}
