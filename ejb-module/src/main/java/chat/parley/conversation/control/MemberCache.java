package chat.parley.conversation.control;

import chat.parley.conversation.Membership;
import chat.parley.conversation.Seat;
import chat.parley.platform.AccountId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Memberships of direct conversations that are in use. They end with an account alone, of which
 * every instance is told; so what is remembered is right; members of groups come and go, and are
 * asked for every time.
 */
@ApplicationScoped
public class MemberCache {

  private static final int MEMBERSHIPS = 100_000;

  private final Cache<Seat, Membership> direct =
      Caffeine.newBuilder().maximumSize(MEMBERSHIPS).build();

  /** The membership, when it is known and cannot change. */
  public @Nullable Membership known(Seat seat) {
    return direct.getIfPresent(seat);
  }

  /** Forgets those of an account that was deleted. */
  public void forget(AccountId account) {
    direct.asMap().keySet().removeIf(seat -> seat.account().equals(account));
  }

  /** Remembers what cannot change but by the end of an account. */
  public void learn(Seat seat, MemberTable.Row row) {
    if (row.isDirect() && row.membership().isCurrent()) {
      direct.put(seat, row.membership());
    }
  }
}
