package chat.parley.conversation;

/**
 * What somebody with a token may know of the group before he joins.
 *
 * @param approval whether an admin has to let him in
 * @param standing what the group is to him already
 */
public record Invitation(
    ConversationId id,
    String name,
    String description,
    int members,
    boolean approval,
    Standing standing) {

  /** What somebody is to a group. */
  public enum Standing {
    /** Nothing yet. */
    STRANGER,
    /** He has asked to join. */
    REQUESTED,
    /** He is in it. */
    MEMBER
  }
}
