package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * The members of conversations that are in use, for reads and fan-out. Only what exists is
 * remembered, and the two of a direct conversation never change, so what is remembered is right.
 * What is written is checked against the table, in the transaction that writes it.
 */
@ApplicationScoped
public class MemberCache {

  private static final int CONVERSATIONS = 50_000;

  private final Cache<ConversationId, List<Membership>> members =
      Caffeine.newBuilder().maximumSize(CONVERSATIONS).build();

  /** The members; asks the table when they are not known. */
  public List<Membership> members(
      ConversationId conversation, Function<ConversationId, List<Membership>> table) {
    List<Membership> known = members.getIfPresent(conversation);
    if (known != null) {
      return known;
    }
    List<Membership> found = List.copyOf(table.apply(conversation));
    if (!found.isEmpty()) {
      members.put(conversation, found);
    }
    return found;
  }
}
