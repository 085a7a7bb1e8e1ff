package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.identity.Credential;
import chat.parley.identity.LastCredential;
import chat.parley.identity.ReauthenticationNeeded;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.SessionId;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.CredentialRecords;
import chat.parley.identity.control.IdentityTable;
import chat.parley.identity.control.PasskeyTable;
import chat.parley.identity.control.SessionRecords;
import chat.parley.identity.entity.Session;
import chat.parley.mail.MailTemplate;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes the ways to sign in, as a whole or not at all: the proof is fresh, the change is
 * made, its mail is left, and other sessions are ended, in one transaction under the lock of the
 * account.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CredentialTransactions {

  private static final String WALLET = "wallet";

  @Inject private AccountRecords accounts;
  @Inject private CredentialRecords credentials;
  @Inject private PasskeyTable passkeys;
  @Inject private IdentityTable identities;
  @Inject private SessionRecords sessions;
  @Inject private Clock clock;
  @EJB private Emails emails;

  /** Who changes something, and from where. */
  public record Caller(AccountId account, SessionId session) {}

  public List<Credential> list(AccountId account) {
    List<Credential> all = new ArrayList<>(credentials.list(account));
    all.addAll(passkeys.list(account));
    all.addAll(identities.list(account));
    return all;
  }

  /** The user name of an account. */
  public String username(AccountId account) {
    return accounts.find(account).orElseThrow(NotFound::new).username();
  }

  /** The hash of the account's password, if it has one. */
  public Optional<String> passwordHash(AccountId account) {
    return accounts.password(account).map(found -> found.hash());
  }

  /**
   * Lets a change pass when the person has proven who he is within {@link Limits#FRESH_PROOF}.
   *
   * @throws ReauthenticationNeeded otherwise
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void requireFresh(Caller caller) {
    if (!session(caller).isFresh(clock.instant(), Limits.FRESH_PROOF)) {
      throw new ReauthenticationNeeded();
    }
  }

  /** The person of this session has proven again who he is. */
  public void prove(Caller caller) {
    session(caller).prove(clock.instant());
  }

  private Session session(Caller caller) {
    return sessions
        .open(caller.session())
        .filter(session -> session.account().equals(caller.account()))
        .orElseThrow(() -> new SessionEnded(null));
  }

  /**
   * Sets or changes the password.
   *
   * @return the sessions that were ended: all others, when there was a password before
   */
  public List<SessionId> setPassword(Caller caller, String hash) {
    begin(caller);
    if (credentials.setPassword(caller.account(), hash)) {
      emails.tell(caller.account(), MailTemplate.PASSWORD_CHANGED, Map.of());
      return endOthers(caller);
    }
    emails.tell(caller.account(), MailTemplate.PASSWORD_SET, Map.of());
    return List.of();
  }

  /** Takes the password away; ends all other sessions. */
  public List<SessionId> removePassword(Caller caller) {
    begin(caller);
    credentials.removePassword(caller.account());
    emails.tell(caller.account(), MailTemplate.PASSWORD_REMOVED, Map.of());
    return afterRemoval(caller);
  }

  /** Links a wallet that was proven. */
  public void linkWallet(Caller caller, Address wallet) {
    begin(caller);
    if (credentials.addWallet(caller.account(), wallet)) {
      emails.tell(caller.account(), MailTemplate.WALLET_LINKED, Map.of(WALLET, wallet.value()));
    }
  }

  /** Unlinks a wallet; ends all other sessions. */
  public List<SessionId> unlinkWallet(Caller caller, Address wallet) {
    begin(caller);
    credentials.removeWallet(caller.account(), wallet);
    emails.tell(caller.account(), MailTemplate.WALLET_UNLINKED, Map.of(WALLET, wallet.value()));
    return afterRemoval(caller);
  }

  private void begin(Caller caller) {
    credentials.lock(caller.account());
    requireFresh(caller);
  }

  /**
   * A credential was taken away, in the caller's transaction: all other sessions end.
   *
   * @throws LastCredential when it was the last one
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<SessionId> afterRemoval(Caller caller) {
    if (list(caller.account()).stream().noneMatch(Credential::isUsable)) {
      throw new LastCredential();
    }
    return endOthers(caller);
  }

  /** Whoever came in by what was changed is out. */
  private List<SessionId> endOthers(Caller caller) {
    List<Session> others =
        sessions.open(caller.account()).stream()
            .filter(session -> !session.id().equals(caller.session()))
            .toList();
    others.forEach(session -> session.end(clock.instant(), SessionEnd.REVOKED));
    return others.stream().map(Session::id).toList();
  }
}
