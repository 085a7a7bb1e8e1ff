package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Accounts of this installation have an e-mail address: it can be changed, not taken out. */
public final class EmailRequired extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("email-required", 409, "An e-mail address is required");

  public EmailRequired() {
    super(TYPE, "Accounts have an e-mail address here. Give another one instead.");
  }
}
