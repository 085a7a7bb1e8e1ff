package chat.parley.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.ethereum.Address;
import chat.parley.identity.Username;
import chat.parley.identity.control.EmailSeals;
import chat.parley.identity.control.FindableTable;
import chat.parley.mail.EmailAddress;
import chat.parley.platform.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Finds people by exactly what they are called, when they let themselves be found by it. Nobody can
 * tell who does not from who does not exist. Every method throws {@link
 * chat.parley.platform.Unavailable} when the database does not answer.
 */
@Stateless
@TransactionAttribute(SUPPORTS)
public class FindablePeople {

  @Inject private FindableTable people;
  @Inject private EmailSeals seals;

  /** By a verified e-mail address; one that waits to be verified finds nobody. */
  public Optional<AccountId> byEmail(EmailAddress address) {
    return people.byEmail(seals.index(address));
  }

  /** By the address of a wallet. */
  public Optional<AccountId> byWallet(Address address) {
    return people.byWallet(address);
  }

  /** By the whole user name. */
  public Optional<AccountId> byUsername(Username name) {
    return people.byUsername(name);
  }
}
