package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/**
 * Another account has verified this address since the link was sent. Only who reads the mail of the
 * address is told.
 */
public final class EmailTaken extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("email-taken", 409, "The address belongs to another account");

  public EmailTaken() {
    super(TYPE, "It was verified for another account since the link was sent.");
  }
}
