package chat.parley.conversation;

import chat.parley.platform.AccountId;

/**
 * One account in one conversation.
 *
 * @param joinedSeq the first entry of the conversation's stream that the member may read
 */
public record Membership(ConversationId conversation, AccountId account, long joinedSeq) {}
