package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Another account has this wallet. */
public final class WalletTaken extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wallet-taken", 409, "The wallet belongs to another account");

  public WalletTaken() {
    super(TYPE, "A wallet opens one account only. Unlink it there first.");
  }
}
