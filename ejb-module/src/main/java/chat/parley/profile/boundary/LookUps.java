package chat.parley.profile.boundary;

import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.ethereum.EnsName;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.identity.Username;
import chat.parley.identity.boundary.FindablePeople;
import chat.parley.mail.EmailAddress;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.profile.LookUpRefused;
import chat.parley.profile.LookUpRefused.Reason;
import chat.parley.profile.ProfileView;
import chat.parley.profile.control.DiscoveryLimits;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds one person by exactly what he is called: user name, e-mail address, or address of a wallet.
 * Who does not let himself be found by it is answered like nobody, after the same work. Each step
 * is a transaction of its own: none waits for a chain.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookUps {

  @EJB private FindablePeople people;
  @EJB private Profiles profiles;
  @Inject private Wallets wallets;
  @Inject private Budgets budgets;
  @Inject private DiscoveryLimits limits;

  /**
   * Looks somebody up.
   *
   * @param text a user name, also with an @ before it; an e-mail address; {@code 0x} and 40
   *     hexadecimal digits, whose checksum is right when their case varies; or a name below {@code
   *     .eth} of a wallet
   * @return him, as the viewer may see him; nobody when there is none, he is the one who asks, one
   *     of the two blocks the other, or he does not let himself be found so
   * @throws LookUpRefused when nobody can be called so
   * @throws chat.parley.platform.TooManyRequests when the viewer has looked up too many
   * @throws chat.parley.platform.Unavailable when the database, or for a name the chain, does not
   *     answer
   */
  public List<ProfileView> find(AccountId viewer, String text) {
    String key = text.strip();
    Optional<AccountId> found = find(key, viewer).filter(each -> !each.equals(viewer));
    return profiles.views(viewer, found.stream().toList());
  }

  private Optional<AccountId> find(String key, AccountId viewer) {
    if (key.lastIndexOf('@') > 0) {
      EmailAddress address = email(key);
      limits.lookUp(viewer);
      return people.byEmail(address);
    }
    if (key.regionMatches(true, 0, "0x", 0, 2)) {
      if (!key.matches("0x[0-9A-Fa-f]{40}")) {
        throw new LookUpRefused(Reason.WALLET_FORM);
      }
      var address =
          wallets.normalized(key).orElseThrow(() -> new LookUpRefused(Reason.WALLET_CHECKSUM));
      limits.lookUp(viewer);
      return people.byWallet(address);
    }
    if (key.toLowerCase(Locale.ROOT).endsWith(".eth")) {
      EnsName name = EnsName.parse(key).orElseThrow(() -> new LookUpRefused(Reason.NAME_FORM));
      if (!wallets.knowsNames()) {
        throw new LookUpRefused(Reason.NAME_SERVICE);
      }
      limits.lookUp(viewer);
      return budgets
          .inNameOf(Spender.asking(viewer), () -> wallets.named(name))
          .flatMap(people::byWallet);
    }
    Username name = username(key.startsWith("@") ? key.substring(1) : key);
    limits.lookUp(viewer);
    return people.byUsername(name);
  }

  private static EmailAddress email(String text) {
    try {
      return new EmailAddress(text);
    } catch (InvalidInput e) {
      throw refused(Reason.EMAIL_FORM, e);
    }
  }

  private static Username username(String text) {
    try {
      return new Username(text);
    } catch (InvalidInput e) {
      throw refused(Reason.USERNAME_FORM, e);
    }
  }

  private static LookUpRefused refused(Reason reason, InvalidInput cause) {
    LookUpRefused refused = new LookUpRefused(reason);
    refused.initCause(cause);
    return refused;
  }
}
