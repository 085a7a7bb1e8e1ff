package chat.parley.conversation.entity;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.Membership;
import chat.parley.platform.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One account in one conversation. */
@Entity
@Table(name = "conversation_member")
@IdClass(Member.Key.class)
public class Member {

  @Id private UUID conversation;

  @Id private UUID account;

  @Column(name = "joined_seq")
  private long joinedSeq;

  @Column(name = "left_seq")
  private @Nullable Long leftSeq;

  @Column(name = "left_name")
  private @Nullable String leftName;

  @Column
  @Enumerated(EnumType.STRING)
  private GroupRole role;

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable UUID conversation;
    private @Nullable UUID account;

    /** For the persistence provider. */
    public Key() {}

    /** The key of a seat. */
    public Key(UUID conversation, UUID account) {
      this.conversation = conversation;
      this.account = account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && Objects.equals(conversation, that.conversation)
          && Objects.equals(account, that.account);
    }

    @Override
    public int hashCode() {
      return Objects.hash(conversation, account);
    }
  }

  /** For the persistence provider. */
  protected Member() {}

  /** A new member. */
  public Member(Membership membership) {
    this.conversation = membership.conversation().value();
    this.account = membership.account().value();
    this.joinedSeq = membership.joinedSeq();
    this.leftSeq = membership.leftSeq();
    this.role = membership.role();
  }

  /** What others need to know of the member. */
  public Membership membership() {
    return new Membership(
        new ConversationId(conversation), new AccountId(account), joinedSeq, leftSeq, role);
  }

  /** The name of the group when the membership ended; null for a member. */
  public @Nullable String leftName() {
    return leftName;
  }
}
