package chat.parley.identity;

import chat.parley.platform.AccountId;
import java.util.Set;

/**
 * Fact: these sessions were ended before their time. Fired on every instance (after the commit
 * here, by the control topic elsewhere), so that sockets, polls and caches let go of them. Expiry
 * needs no news: every instance has a clock.
 */
public record SessionsRevoked(AccountId account, Set<SessionId> sessions, SessionEnd why) {

  public SessionsRevoked {
    sessions = Set.copyOf(sessions);
  }
}
