package chat.parley.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members sees it, or somebody who was one.
 *
 * @param own the viewer's membership
 * @param members both of a direct conversation; none of a group, which has a list of its own
 * @param name of a group; for a former member the name when he left; null for a direct conversation
 * @param group what members see of a group; null for a direct conversation and for former members
 */
public record ConversationView(
    ConversationId id,
    ConversationKind kind,
    ConversationType type,
    Instant createdAt,
    Membership own,
    List<Membership> members,
    @Nullable String name,
    @Nullable GroupView group) {

  public ConversationView {
    members = List.copyOf(members);
  }
}
