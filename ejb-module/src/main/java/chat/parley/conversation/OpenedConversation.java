package chat.parley.conversation;

/**
 * The answer to opening a conversation or creating a group.
 *
 * @param created false when it was there already
 */
public record OpenedConversation(ConversationView conversation, boolean created) {}
