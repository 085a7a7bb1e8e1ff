package chat.parley.identity.boundary;

import chat.parley.identity.DeviceNames;
import chat.parley.identity.IdentityLog;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionEnded;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionView;
import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.SignedIn;
import chat.parley.identity.boundary.SessionTransactions.Opened;
import chat.parley.identity.boundary.SessionTransactions.Refreshed;
import chat.parley.identity.control.OpenSessions;
import chat.parley.identity.control.TokenIssuer;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Signed-in sessions. When one ends, {@link SessionsRevoked} is fired here after the commit, and on
 * every other instance by the control topic.
 */
@ApplicationScoped
public class Sessions {

  @EJB private SessionTransactions transactions;
  @Inject private OpenSessions open;
  @Inject private TokenIssuer tokens;
  @Inject private Event<SessionsRevoked> revoked;
  @EJB private ControlPublisher publisher;

  /** The answer to a sign-in that succeeded. */
  SignedIn signedIn(Opened opened) {
    TokenIssuer.AccessToken token = tokens.issue(opened.session(), opened.account());
    return new SignedIn(
        token.value(),
        token.expiresIn(),
        opened.refreshToken(),
        opened.session(),
        opened.account());
  }

  /**
   * Continues a session: a new access token and the successor of the refresh token. A token that
   * was used before ends its session, since somebody holds a copy; only the one used last still
   * gives its successor again for {@link chat.parley.platform.Limits#REFRESH_GRACE}, for an answer
   * that was lost.
   *
   * @throws SessionEnded when the token is no good
   */
  public SignedIn refresh(String refreshToken) {
    Refreshed refreshed = transactions.refresh(refreshToken);
    SessionId ended = refreshed.ended();
    AccountId account = refreshed.account();
    if (ended != null && account != null) {
      IdentityLog.LOG.refreshTokenReused(ended, account);
      tellEverybody(account, List.of(ended), SessionEnd.TOKEN_REUSED);
    }
    Opened opened = refreshed.opened();
    if (opened == null) {
      throw new SessionEnded(refreshed.why());
    }
    return signedIn(opened);
  }

  /** The open sessions of an account, the one used last first. */
  public List<SessionView> list(AccountId account) {
    return transactions.list(account);
  }

  /** Signs out with a refresh token; does nothing when it is no good. */
  public void signOut(String refreshToken) {
    transactions.holder(refreshToken).ifPresent(this::signOut);
  }

  private void signOut(SessionId session) {
    transactions
        .signOut(session)
        .ifPresent(account -> tellEverybody(account, List.of(session), SessionEnd.SIGNED_OUT));
  }

  /**
   * Ends one session of an account.
   *
   * @throws NotFound when the account has no such open session
   */
  public void revoke(AccountId owner, SessionId session) {
    if (!transactions.revoke(session, owner)) {
      throw new NotFound();
    }
    tellEverybody(owner, List.of(session), SessionEnd.REVOKED);
  }

  /** Signs an account out everywhere. */
  public void revokeAll(AccountId account) {
    tellEverybody(account, transactions.revokeAll(account, null), SessionEnd.REVOKED);
  }

  /** Signs an account out everywhere but in one session. */
  public void revokeOthers(AccountId account, SessionId except) {
    tellEverybody(account, transactions.revokeAll(account, except), SessionEnd.REVOKED);
  }

  /**
   * Names the device of a session of an account. The name stays when the device signs in again.
   *
   * @return the session
   * @throws NotFound when the account has no such open session
   * @throws chat.parley.platform.InvalidInput when the name is none
   */
  public SessionView renameDevice(AccountId owner, SessionId session, String name) {
    return transactions
        .renameDevice(session, owner, DeviceNames.checked("/deviceName", name))
        .orElseThrow(NotFound::new);
  }

  /** Why a session is over that is not open any more. */
  public SessionEnd whyEnded(SessionId session) {
    return transactions.whyEnded(session).orElse(SessionEnd.EXPIRED);
  }

  /**
   * Whether a session is open; its use moves the idle limit. Cheap: the database is asked at most
   * once in {@link chat.parley.platform.Limits#SESSION_CHECK} for each session.
   */
  public boolean isOpen(SessionId session) {
    return open.isOpen(session, transactions::touch);
  }

  /** The session is in use: moves its idle limit; cheap to call often. */
  public void touch(SessionId session) {
    // Whether it is still open reaches its users as SessionsRevoked.
    isOpen(session);
  }

  /** Tells everybody who must know that these have ended from another place; the commit is done. */
  void revoked(AccountId account, Collection<SessionId> sessions) {
    tellEverybody(account, sessions, SessionEnd.REVOKED);
  }

  /** The same, because their account was deleted. */
  void deleted(AccountId account, Collection<SessionId> sessions) {
    tellEverybody(account, sessions, SessionEnd.ACCOUNT_DELETED);
  }

  private void tellEverybody(AccountId account, Collection<SessionId> sessions, SessionEnd why) {
    if (sessions.isEmpty()) {
      return;
    }
    SessionsRevoked fact = new SessionsRevoked(account, Set.copyOf(sessions), why);
    revoked.fire(fact);
    publisher.announce(fact);
  }
}
