package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was promised, to which the chain is compared.
 *
 * @param token null for the currency of the chain
 * @param payers the wallets of the payer, all proven
 */
public record TipTerms(
    @Nullable Address token,
    Amount amount,
    Set<Address> payers,
    Address recipient,
    Instant createdAt,
    Instant expiresAt) {

  public TipTerms {
    payers = Set.copyOf(payers);
  }
}
