package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The account of the other one was deleted: nobody reads what would be written to it. */
public final class AccountDeleted extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("account-deleted", 410, "The account was deleted");

  public AccountDeleted() {
    super(TYPE, "This person has deleted the account. Nothing can be sent there any more.");
  }
}
