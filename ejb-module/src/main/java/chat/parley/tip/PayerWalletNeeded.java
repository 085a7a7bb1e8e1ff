package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Who wants to tip has no wallet. */
public final class PayerWalletNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("payer-wallet-needed", 409, "You need a wallet to give tips");

  public PayerWalletNeeded() {
    super(TYPE, "Link a wallet to your account first: only what a wallet of yours pays counts.");
  }
}
