package chat.parley.conversation.control;

import chat.parley.conversation.Membership;
import chat.parley.conversation.Seat;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Memberships of direct conversations that are in use. The two never change, so what is remembered
 * is right; members of groups come and go, and are asked for every time.
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

  /** Remembers what cannot change. */
  public void learn(Seat seat, MemberTable.Row row) {
    if (row.isDirect()) {
      direct.put(seat, row.membership());
    }
  }
}
