package chat.parley.backup;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What was sealed under a key that is not the account's, or not any more. */
public final class AccountKeyChanged extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("account-key-changed", 409, "This is not the key of the account now");

  public AccountKeyChanged() {
    super(TYPE, "Ask for the key of the account, and open it here first.");
  }
}
