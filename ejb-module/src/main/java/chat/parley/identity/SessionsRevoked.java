package chat.parley.identity;

import chat.parley.platform.AccountId;
import java.util.Set;

/**
 * Fact: these sessions have ended, by sign-out, revocation or expiry. Fired on every instance
 * (after the commit here, by the control topic elsewhere), so that sockets and caches let go of
 * them.
 */
public record SessionsRevoked(AccountId account, Set<SessionId> sessions) {

  public SessionsRevoked {
    sessions = Set.copyOf(sessions);
  }
}
