package chat.parley.trust;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A binding that the wallet has not signed, or of a wallet that is not linked. */
public final class WalletBindingInvalid extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wallet-binding-invalid", 422, "The wallet has not signed this");

  public WalletBindingInvalid() {
    super(TYPE, "Link the wallet first, and sign with it for the key of the account.");
  }
}
