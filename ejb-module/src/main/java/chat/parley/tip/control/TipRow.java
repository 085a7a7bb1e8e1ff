package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.tip.TipView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tip as it is stored.
 *
 * @param since the newest block when it was promised
 * @param payers the wallets of the payer; none when it is settled
 * @param sender of the transaction that is claimed; null as long as no node has seen it
 * @param nonce the place of that transaction in the order of its sender
 * @param logIndex which event of its block has paid it; null unless something has
 * @param told the confirmations that the conversation was last told of
 * @param look the number of the job that looks next
 */
public record TipRow(
    TipView view,
    long since,
    Set<Address> payers,
    @Nullable Address sender,
    @Nullable Long nonce,
    @Nullable Long logIndex,
    int told,
    int look) {

  public TipRow {
    payers = Set.copyOf(payers);
  }

  TipTerms terms() {
    return new TipTerms(
        view.asset().address(),
        view.amount(),
        payers,
        view.address(),
        view.createdAt(),
        view.expiresAt());
  }
}
