package chat.parley.conversation;

import java.time.Instant;
import java.util.List;

/** A conversation as its members see it. */
public record ConversationView(
    ConversationId id, ConversationKind kind, Instant createdAt, List<Membership> members) {

  public ConversationView {
    members = List.copyOf(members);
  }
}
