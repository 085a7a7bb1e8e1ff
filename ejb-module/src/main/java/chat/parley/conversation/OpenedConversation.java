package chat.parley.conversation;

/**
 * The answer to opening a conversation.
 *
 * @param created false when the two already had it
 */
public record OpenedConversation(ConversationView conversation, boolean created) {}
