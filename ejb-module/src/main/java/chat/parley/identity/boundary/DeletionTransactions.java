package chat.parley.identity.boundary;

import chat.parley.identity.EmailPolicy;
import chat.parley.identity.PersonalData;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.CredentialRecords;
import chat.parley.identity.control.ErasureTable;
import chat.parley.identity.control.ErasureTable.Progress;
import chat.parley.identity.control.IdentityData;
import chat.parley.identity.entity.Account;
import chat.parley.mail.MailTemplate;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.sealing.boundary.PersonalKeys;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a deletion. The first closes the account for ever: with its commit nobody can sign
 * in, the name is gone, and what was sealed for the person opens no more. The others take what
 * features hold, each in a transaction of its own, so that any instance can go on after any of
 * them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeletionTransactions {

  private static final int ROUNDS = 2;

  @EJB private CredentialTransactions proofs;
  @EJB private SessionTransactions sessions;
  @EJB private Emails emails;
  @EJB private PersonalKeys keys;
  @Inject private AccountRecords accounts;
  @Inject private CredentialRecords credentials;
  @Inject private IdentityData identity;
  @Inject private ErasureTable erasures;
  @Inject @Any private Instance<PersonalData> features;
  @Inject private Clock clock;

  /**
   * Closes an account; its verified address is told.
   *
   * @param typed the user name, as the person has typed it
   * @return the sessions that were ended: all
   * @throws InvalidInput when it is not his name
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   * @throws SessionEnded when it was deleted in the same moment
   */
  public List<SessionId> begin(Caller caller, String typed) {
    AccountId id = caller.account();
    credentials.lock(id);
    Account account = accounts.find(id).orElseThrow(() -> new SessionEnded(null));
    proofs.requireFresh(caller);
    if (!typed.strip().toLowerCase(Locale.ROOT).equals(account.username())) {
      throw new InvalidInput("/username", "Type your own user name.");
    }
    emails.tell(id, MailTemplate.ACCOUNT_DELETED, Map.of());
    return close(account);
  }

  /** A newcomer who has not verified his address in time; empty when there is none. */
  public Optional<AccountId> overdue() {
    return emails.policy() == EmailPolicy.REQUIRED ? accounts.overdue() : Optional.empty();
  }

  /**
   * Closes the account of a newcomer who has not verified his address in time: name, ways to sign
   * in and address are free again.
   *
   * @return the sessions that were ended; empty when he has verified it meanwhile
   */
  public List<SessionId> expire(AccountId newcomer) {
    credentials.lock(newcomer);
    return accounts.find(newcomer).filter(accounts::isOverdue).map(this::close).orElse(List.of());
  }

  /** Where no address has to be verified any more, nobody waits for that. */
  public int activateAll() {
    return emails.policy() == EmailPolicy.REQUIRED ? 0 : accounts.activateAll();
  }

  private List<SessionId> close(Account account) {
    // First: it waits for whoever signs in at this moment, whose session is then among those.
    accounts.retire(account);
    List<SessionId> ended = sessions.endAllHere(account.id());
    identity.forget(account.id());
    keys.destroy(account.id());
    erasures.begin(account.id(), clock.instant());
    return ended;
  }

  /** Accounts that are there although their keys were destroyed. */
  public List<AccountId> revived() {
    return erasures.revived();
  }

  /**
   * Deletes again an account whose key is destroyed and which is there nevertheless: the database
   * was restored from a backup that is older than the deletion, the keys were not.
   *
   * @return its sessions; empty when there is no such account
   */
  public List<SessionId> repeat(AccountId id) {
    Account account = accounts.find(id).orElse(null);
    if (account == null) {
      return List.of();
    }
    credentials.lock(id);
    return close(account);
  }

  /** Takes up a deletion that is due; empty when none is. */
  public Optional<AccountId> take() {
    Instant now = clock.instant();
    return erasures.take(now, now.plus(Limits.ERASURE_IN_HAND));
  }

  /**
   * Erases a part of what is left of a deleted account.
   *
   * @return whether there may be more to do now
   */
  public boolean step(AccountId account) {
    Progress before = erasures.lock(account).orElse(null);
    if (before == null) {
      return false;
    }
    Optional<PersonalData> next =
        features.stream()
            .filter(each -> each.feature().compareTo(before.erased()) > 0)
            .min(Comparator.comparing(PersonalData::feature));
    Instant now = clock.instant();
    if (next.isPresent()) {
      boolean more = next.get().erase(account);
      String erased = more ? before.erased() : next.get().feature();
      erasures.move(
          account, new Progress(before.round(), erased), now.plus(Limits.ERASURE_IN_HAND));
    } else if (before.round() < ROUNDS) {
      erasures.move(account, new Progress(ROUNDS, ""), now.plus(Limits.ERASURE_SECOND_ROUND));
    } else {
      erasures.end(account);
    }
    return next.isPresent();
  }
}
