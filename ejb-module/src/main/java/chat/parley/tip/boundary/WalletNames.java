package chat.parley.tip.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the wallets are called to which tips go, for people to recognise them; nothing is ever paid
 * to a name. Asks a node, so nothing here runs in a transaction.
 */
@ApplicationScoped
public class WalletNames {

  private static final Quota ASKED =
      new Quota(
          "wallet-name",
          Limits.WALLET_NAMES,
          Limits.WALLET_NAMES_WINDOW,
          "Too many names of wallets at once. The addresses are right without them.");

  @EJB private Quotas quotas;
  @Inject private Wallets wallets;

  /**
   * The name of a wallet that leads back to it; empty when it has none, or nobody can be asked
   * here.
   *
   * @throws chat.parley.platform.TooManyRequests when the viewer has asked for too many that nobody
   *     had asked for before
   * @throws chat.parley.platform.Unavailable when the node does not answer
   */
  public Optional<EnsName> of(AccountId viewer, Address wallet) {
    if (!wallets.knowsNameOf(wallet)) {
      quotas.take(ASKED, viewer.toString());
    }
    return wallets.nameOf(wallet);
  }
}
