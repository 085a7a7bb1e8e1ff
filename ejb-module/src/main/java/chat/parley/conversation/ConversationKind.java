package chat.parley.conversation;

/** Who can read the messages of a conversation. */
public enum ConversationKind {
  /** The members and the server, which encrypts the messages at rest. */
  SEALED,
  /** The members alone: the server orders what their devices have encrypted (RFC 9420). */
  E2EE
}
