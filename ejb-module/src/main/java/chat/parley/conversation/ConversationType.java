package chat.parley.conversation;

/** How many people a conversation is for. */
public enum ConversationType {
  /** Two people, for ever the same. */
  DIRECT,
  /** People who come and go, with a name and rules. */
  GROUP
}
