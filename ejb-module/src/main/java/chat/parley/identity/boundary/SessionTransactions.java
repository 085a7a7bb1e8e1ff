package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.identity.AccountView;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.EmailPolicy;
import chat.parley.identity.IdentityRegistrationRefused;
import chat.parley.identity.RegistrationRefused;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionView;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.TicketHolder;
import chat.parley.identity.Username;
import chat.parley.identity.WrongCredentials;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.IdentityRegistrations;
import chat.parley.identity.control.IdentityRegistrations.Registration;
import chat.parley.identity.control.IdentityTable;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.RefreshTokens;
import chat.parley.identity.control.SessionRecords;
import chat.parley.identity.entity.Account;
import chat.parley.identity.entity.PasswordCredential;
import chat.parley.identity.entity.Session;
import chat.parley.mail.EmailAddress;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of signing in and out that happen as a whole or not at all. Each is a transaction of
 * its own, so that what was used up stays used up when the door behind it says no; the doors of
 * identity call nothing else of the database.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionTransactions {

  @Inject private AccountRecords accounts;
  @Inject private SessionRecords sessions;
  @Inject private RefreshTokens refreshTokens;
  @Inject private OneTimeSecrets secrets;
  @Inject private IdentityTable identities;
  @Inject private IdentityRegistrations registrations;
  @Inject private Clock clock;
  @EJB private Emails emails;

  /** A session that was opened or continued, before its access token. */
  public record Opened(SessionView session, AccountView account, String refreshToken) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Opened[session=" + session.id() + "]";
    }
  }

  /**
   * What a refresh came to.
   *
   * @param opened null when the session has ended
   * @param account whose session it was; null when nobody's
   * @param ended the session that this refresh ended, because its token had been used before
   * @param why why the session has ended; null when it has not, or nobody remembers
   */
  public record Refreshed(
      @Nullable Opened opened,
      @Nullable AccountId account,
      @Nullable SessionId ended,
      @Nullable SessionEnd why) {}

  /** A stored password. */
  public record StoredPassword(AccountId account, String hash) {

    /** Without the hash. */
    @Override
    public String toString() {
      return "StoredPassword[account=" + account + "]";
    }
  }

  public boolean isTaken(Username username) {
    return accounts.find(username).isPresent() || accounts.isRetired(username);
  }

  /** Makes an account with a password, and signs it in. */
  public Opened registerWithPassword(
      Username username, String passwordHash, DeviceClaim device, @Nullable EmailClaim email) {
    return begin(accounts.create(username, passwordHash), email, device, SignInMethod.PASSWORD);
  }

  /** Signs a new account in, whatever opens it; its address is to be verified. */
  private Opened begin(
      Account created, @Nullable EmailClaim email, DeviceClaim device, SignInMethod method) {
    Account account =
        emails.policy() == EmailPolicy.REQUIRED ? accounts.holdBack(created) : created;
    give(account, email);
    return open(account, device, method);
  }

  private void give(Account account, @Nullable EmailClaim email) {
    if (email != null) {
      emails.give(account.id(), email);
    }
  }

  /**
   * Makes an account for the wallet that was proven, and signs it in. The proof is used up with it
   * or not at all, so that it stays good when the name is taken.
   */
  public Opened registerWithWallet(
      Username username, String proof, DeviceClaim device, @Nullable EmailClaim email) {
    Address wallet =
        secrets
            .take(Purpose.REGISTRATION, proof)
            .map(Address::new)
            .orElseThrow(RegistrationRefused::new);
    return begin(accounts.create(username, wallet), email, device, SignInMethod.WALLET);
  }

  /**
   * Makes an account for the identity that was proven, and signs it in. The proof is used up with
   * it or not at all, so that it stays good when the name is taken.
   */
  public Opened registerWithIdentity(
      Username username, String proof, DeviceClaim device, @Nullable EmailClaim email) {
    Registration registration =
        secrets
            .take(Purpose.OIDC_REGISTRATION, proof)
            .map(registrations::read)
            .orElseThrow(IdentityRegistrationRefused::new);
    Account account = accounts.create(username);
    if (!identities.add(account.id(), registration.identity(), clock.instant())) {
      throw new IdentityRegistrationRefused();
    }
    EmailAddress verified = registration.email();
    if (verified == null || !emails.believe(account.id(), verified)) {
      emails.requireFor(email);
      if (emails.policy() == EmailPolicy.REQUIRED) {
        account = accounts.holdBack(account);
      }
    }
    give(account, email);
    return open(account, device, SignInMethod.OIDC, registration.authenticated());
  }

  public Optional<StoredPassword> password(Username username) {
    return accounts
        .password(username)
        .map((PasswordCredential found) -> new StoredPassword(found.account(), found.hash()));
  }

  public void rehash(AccountId account, String hash) {
    accounts.rehash(account, hash);
  }

  public Optional<AccountId> owner(Address wallet) {
    return accounts.wallet(wallet).map(credential -> credential.account());
  }

  /** Signs an account in. */
  public Opened open(AccountId account, DeviceClaim device, SignInMethod method) {
    return open(living(account), device, method);
  }

  /**
   * Signs an account in whose person has proven to somebody else who he is.
   *
   * @param proven when that was; null when nobody knows, so that it counts as long ago
   */
  public Opened open(
      AccountId account, DeviceClaim device, SignInMethod method, @Nullable Instant proven) {
    return open(living(account), device, method, proven);
  }

  private Opened open(
      Account account, DeviceClaim device, SignInMethod method, @Nullable Instant proven) {
    Session session = sessions.open(account.id(), device, method);
    Instant now = session.createdAt();
    session.prove(proven == null ? Instant.EPOCH : proven.isAfter(now) ? now : proven);
    return opened(session, account);
  }

  /** The account, which is not deleted before the end of the transaction. */
  private Account living(AccountId account) {
    if (!accounts.hold(account)) {
      throw new WrongCredentials();
    }
    return accounts.find(account).orElseThrow(WrongCredentials::new);
  }

  /** Signs an account in, in the caller's transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Opened openHere(AccountId account, DeviceClaim device, SignInMethod method) {
    return open(living(account), device, method);
  }

  private Opened open(Account account, DeviceClaim device, SignInMethod method) {
    return opened(sessions.open(account.id(), device, method), account);
  }

  private Opened opened(Session session, Account account) {
    return new Opened(
        sessions.view(session), accounts.own(account), refreshTokens.first(session.id()));
  }

  /** Continues the session of a refresh token, or ends it when the token was used before. */
  public Refreshed refresh(String token) {
    RefreshTokens.Rotation rotation = refreshTokens.rotate(token);
    SessionId id = rotation.session();
    Session session = id == null ? null : sessions.open(id).orElse(null);
    if (session == null) {
      return new Refreshed(null, null, null, id == null ? null : sessions.end(id).orElse(null));
    }
    String successor = rotation.successor();
    if (successor == null) {
      session.end(clock.instant(), SessionEnd.TOKEN_REUSED);
      return new Refreshed(null, session.account(), session.id(), SessionEnd.TOKEN_REUSED);
    }
    session.touch(clock.instant());
    Account account = accounts.find(session.account()).orElseThrow();
    return new Refreshed(
        new Opened(sessions.view(session), accounts.own(account), successor),
        session.account(),
        null,
        null);
  }

  public List<SessionView> list(AccountId account) {
    return sessions.open(account).stream().map(sessions::view).toList();
  }

  /**
   * Signs one open session out.
   *
   * @return its account; empty when it is not open
   */
  public Optional<AccountId> signOut(SessionId id) {
    return sessions
        .open(id)
        .map(
            session -> {
              session.end(clock.instant(), SessionEnd.SIGNED_OUT);
              return session.account();
            });
  }

  /**
   * Revokes one open session of an account.
   *
   * @return false when the account has no such session
   */
  public boolean revoke(SessionId id, AccountId owner) {
    Optional<Session> session = open(id, owner);
    session.ifPresent(found -> found.end(clock.instant(), SessionEnd.REVOKED));
    return session.isPresent();
  }

  private Optional<Session> open(SessionId id, AccountId owner) {
    return sessions.open(id).filter(found -> found.account().equals(owner));
  }

  /**
   * Revokes the open sessions of an account.
   *
   * @param except the one that stays; null when none does
   */
  public List<SessionId> revokeAll(AccountId account, @Nullable SessionId except) {
    return end(
        sessions.open(account).stream().filter(each -> !each.id().equals(except)).toList(),
        SessionEnd.REVOKED);
  }

  private List<SessionId> end(List<Session> open, SessionEnd why) {
    open.forEach(session -> session.end(clock.instant(), why));
    return open.stream().map(Session::id).toList();
  }

  /**
   * Names the device of an open session of an account.
   *
   * @return empty when the account has no such session
   */
  public Optional<SessionView> renameDevice(SessionId id, AccountId owner, String name) {
    Optional<Session> session = open(id, owner);
    session.ifPresent(found -> sessions.device(found).rename(name));
    return session.map(sessions::view);
  }

  /** Why a session is over; empty when it is open, or nobody remembers. */
  public Optional<SessionEnd> whyEnded(SessionId id) {
    return sessions.end(id);
  }

  /** Ends all open sessions of an account that is deleted, in the caller's transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<SessionId> endAllHere(AccountId account) {
    return end(sessions.open(account), SessionEnd.ACCOUNT_DELETED);
  }

  /** Revokes all open sessions of an account, in the caller's transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<SessionId> revokeAllHere(AccountId account) {
    return revokeAll(account, null);
  }

  /** The session a refresh token belongs to, without using the token. */
  public Optional<SessionId> holder(String token) {
    return Optional.ofNullable(refreshTokens.holder(token));
  }

  /** Moves the idle limit; false when the session is not open. */
  public boolean touch(SessionId session) {
    return sessions.touch(session);
  }

  public OneTimeSecrets.Issued issue(Purpose purpose, String subject, Duration life) {
    return secrets.issue(purpose, subject, life);
  }

  public Optional<String> take(Purpose purpose, String secret) {
    return secrets.take(purpose, secret);
  }

  /** Whom a session stands for, when it is open. */
  public Optional<TicketHolder> holder(SessionId id) {
    return sessions
        .open(id)
        .map(
            session ->
                new TicketHolder(
                    session.account(), session.id(), session.device(), session.expiresAt()));
  }

  /** Removes what has expired. */
  public int removeExpired() {
    return sessions.removeExpired();
  }
}
