package chat.parley.conversation.entity;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationType;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.Membership;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What never changes of a conversation; its row is made by the statement that keeps it single. */
@Entity
@Table(name = "conversation")
public class Conversation {

  @Id private UUID id;

  @Column
  @Enumerated(EnumType.STRING)
  private ConversationKind kind;

  @Column
  @Enumerated(EnumType.STRING)
  private ConversationType type;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For the persistence provider. */
  protected Conversation() {}

  /**
   * The conversation as the one sees it whose membership this is.
   *
   * @param members of a direct conversation
   * @param group of a group
   */
  public ConversationView view(
      Member own, List<Membership> members, @Nullable ConversationGroup group) {
    Membership membership = own.membership();
    ConversationGroup seen = membership.isCurrent() ? group : null;
    return new ConversationView(
        new ConversationId(id),
        kind,
        type,
        createdAt,
        membership,
        members,
        seen == null ? own.leftName() : seen.name(),
        seen == null ? null : seen.view());
  }

  public ConversationId id() {
    return new ConversationId(id);
  }

  public boolean isDirect() {
    return type == ConversationType.DIRECT;
  }
}
