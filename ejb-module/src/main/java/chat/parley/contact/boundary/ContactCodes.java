package chat.parley.contact.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.contact.CodeOver;
import chat.parley.contact.ContactView;
import chat.parley.contact.control.CodeTable;
import chat.parley.identity.boundary.Blocks;
import chat.parley.platform.AccountId;
import chat.parley.platform.Secret;
import chat.parley.platform.Secrets;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The code that a person gives to people he wants to talk to: whoever has it becomes a contact
 * without asking. Every method throws {@link chat.parley.platform.Unavailable} when the database
 * does not answer.
 */
@Stateless
public class ContactCodes {

  @Inject private CodeTable table;
  @EJB private ChatRequests requests;
  @EJB private Blocks blocks;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  /** The person's own code, if he has one. */
  @TransactionAttribute(SUPPORTS)
  public Optional<Secret> own(AccountId owner) {
    return table.of(owner);
  }

  /** Gives the person a new code; the one before is no longer good. */
  public Secret renew(AccountId owner) {
    Secret code = new Secret(Secrets.next(random));
    table.lockAccount(owner);
    table.replace(owner, code, clock.instant());
    return code;
  }

  /** Takes the person's code away. To repeat it does nothing. */
  public void end(AccountId owner) {
    table.lockAccount(owner);
    table.delete(owner);
  }

  /**
   * Whose code this is.
   *
   * @throws CodeOver when it leads to nobody whom the caller may know of
   */
  @TransactionAttribute(SUPPORTS)
  public ContactView look(AccountId me, Secret code) {
    return requests.view(me, owner(me, code));
  }

  /**
   * Makes the caller a contact of whose code this is. To repeat it, or to do it with a contact,
   * does nothing.
   *
   * @throws CodeOver when it leads to nobody whom the caller may know of, or to himself
   */
  public ContactView use(AccountId me, Secret code) {
    AccountId owner = owner(me, code);
    if (owner.equals(me)) {
      throw new CodeOver();
    }
    return requests.agree(owner, me);
  }

  private AccountId owner(AccountId me, Secret code) {
    AccountId owner = table.owner(code).orElseThrow(CodeOver::new);
    if (blocks.isApart(me, owner)) {
      throw new CodeOver();
    }
    return owner;
  }
}
