package chat.parley.conversation.entity;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.ConversationView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A conversation; its row is made by the statement that keeps a direct pair single. */
@Entity
@Table(name = "conversation")
public class Conversation {

  @Id private UUID id;

  @Column
  @Enumerated(EnumType.STRING)
  private ConversationKind kind;

  @Column(name = "created_at")
  private Instant createdAt;

  @OneToMany
  @JoinColumn(name = "conversation", insertable = false, updatable = false)
  @OrderBy("account")
  private List<Member> members = new ArrayList<>();

  /** For the persistence provider. */
  protected Conversation() {}

  /** The conversation as its members see it. */
  public ConversationView view() {
    return new ConversationView(
        new ConversationId(id), kind, createdAt, members.stream().map(Member::membership).toList());
  }
}
