package chat.parley.conversation;

import chat.parley.platform.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One account in one conversation, now or before.
 *
 * @param joinedSeq the first entry of the conversation's stream that the member may read
 * @param leftSeq the last one, when the membership has ended; null for a member
 */
public record Membership(
    ConversationId conversation,
    AccountId account,
    long joinedSeq,
    @Nullable Long leftSeq,
    GroupRole role) {

  /** Somebody who belongs to it since this entry. */
  public static Membership of(ConversationId conversation, AccountId account, long joinedSeq) {
    return new Membership(conversation, account, joinedSeq, null, GroupRole.MEMBER);
  }

  /** Whether the account belongs to the conversation now. */
  public boolean isCurrent() {
    return leftSeq == null;
  }

  /** The last entry before the first that the member may read. */
  public long floor() {
    return joinedSeq - 1;
  }

  /** The last entry that the member may read; the highest number there is while he is one. */
  public long ceiling() {
    return leftSeq == null ? Long.MAX_VALUE : leftSeq;
  }
}
