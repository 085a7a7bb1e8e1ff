package chat.parley.conversation;

/**
 * What came of joining by a link.
 *
 * @param member false while an admin has to let him in
 */
public record JoinedGroup(ConversationId id, boolean member) {}
