package chat.parley.conversation;

import chat.parley.platform.AccountId;

/** The place of one account in one conversation, taken or not. */
public record Seat(ConversationId conversation, AccountId account) {}
