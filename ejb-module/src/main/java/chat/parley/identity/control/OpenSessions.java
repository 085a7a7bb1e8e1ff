package chat.parley.identity.control;

import chat.parley.identity.SessionId;
import chat.parley.identity.SessionsRevoked;
import chat.parley.platform.Limits;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The sessions this instance knows to be open, for {@link Limits#SESSION_CHECK}; a revocation
 * clears one at once. What was revoked stays in mind for longer than any check that may be under
 * way.
 */
public class OpenSessions {

  private static final Duration REVOKED = Duration.ofHours(2);

  private final Cache<SessionId, SessionId> open;
  private final Cache<SessionId, SessionId> revoked;

  public OpenSessions(Clock clock) {
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    this.open = cache(ticker, Limits.SESSION_CHECK);
    this.revoked = cache(ticker, REVOKED);
  }

  private static Cache<SessionId, SessionId> cache(Ticker ticker, Duration life) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .expireAfterWrite(life)
        .maximumSize(Limits.SESSIONS_IN_MIND)
        .build();
  }

  /**
   * Whether a session is open.
   *
   * @param check asks the database and moves the idle limit
   */
  public boolean isOpen(SessionId session, Predicate<SessionId> check) {
    if (revoked.getIfPresent(session) != null) {
      return false;
    }
    SessionId known = open.get(session, id -> check.test(id) ? id : null);
    return known != null && revoked.getIfPresent(session) == null;
  }

  /** Lets go of sessions. */
  public void forget(SessionsRevoked fact) {
    for (SessionId session : fact.sessions()) {
      revoked.put(session, session);
      open.invalidate(session);
    }
  }
}
