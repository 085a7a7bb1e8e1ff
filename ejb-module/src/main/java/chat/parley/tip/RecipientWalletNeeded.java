package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Who is to be tipped has no wallet. */
public final class RecipientWalletNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("recipient-wallet-needed", 409, "This person cannot be tipped now");

  public RecipientWalletNeeded() {
    super(TYPE, "This person has no wallet linked, or the chosen one is not linked any more.");
  }
}
