package chat.parley.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.FeeHint;
import chat.parley.ethereum.Funds;
import chat.parley.ethereum.WalletCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tip with everything a wallet needs to pay it.
 *
 * @param created false when this idempotency key had made it before
 * @param fee what it may cost; null when no node says so
 * @param payers the wallets that may pay it, all proven to be the payer's
 * @param funds what they have, as far as nodes say so; a hint, the chain decides
 */
public record PromisedTip(
    TipView tip,
    boolean created,
    WalletCall call,
    List<Address> payers,
    @Nullable FeeHint fee,
    List<Funds> funds) {

  public PromisedTip {
    payers = List.copyOf(payers);
    funds = List.copyOf(funds);
  }
}
