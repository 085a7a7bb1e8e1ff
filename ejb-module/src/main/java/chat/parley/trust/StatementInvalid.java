package chat.parley.trust;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A statement that the key of the account has not signed. */
public final class StatementInvalid extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("statement-invalid", 422, "The account has not signed this");

  public StatementInvalid() {
    super(TYPE, "The signature is not one of this key, for this account, device and time.");
  }
}
