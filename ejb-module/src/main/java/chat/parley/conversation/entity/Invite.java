package chat.parley.conversation.entity;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateInviteLink;
import chat.parley.conversation.InviteLink;
import chat.parley.conversation.InviteLinkId;
import chat.parley.platform.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invite link; changed only by who holds the row of its group. */
@Entity
@Table(name = "conversation_invite_link")
public class Invite {

  @Id private UUID id;

  @Column private UUID conversation;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column private @Nullable Integer quota;

  @Column private int uses;

  @Column private boolean revoked;

  /** For the persistence provider. */
  protected Invite() {}

  /** A new link. */
  public Invite(
      ConversationId conversation,
      AccountId by,
      CreateInviteLink wish,
      byte[] tokenHash,
      Instant now) {
    this.id = InviteLinkId.next().value();
    this.conversation = conversation.value();
    this.tokenHash = tokenHash.clone();
    this.createdBy = by.value();
    this.createdAt = now;
    this.expiresAt = wish.expiresIn() == null ? null : now.plus(wish.expiresIn());
    this.quota = wish.quota();
  }

  public ConversationId conversation() {
    return new ConversationId(conversation);
  }

  public AccountId createdBy() {
    return new AccountId(createdBy);
  }

  /** The link as those see it who may. */
  public InviteLink view() {
    return new InviteLink(new InviteLinkId(id), createdBy(), createdAt, expiresAt, quota, uses);
  }

  /** Whether it lets one more in, if its maker may still invite. */
  public boolean isGood(Instant now) {
    return !revoked && view().isOpen(now);
  }

  /** One more has used it. */
  public void use() {
    uses++;
  }

  /** Nobody comes in by it any more. */
  public void revoke() {
    revoked = true;
  }
}
