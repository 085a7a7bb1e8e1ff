package chat.parley.conversation;

/** What a member may do in a group, the least first; in a direct conversation both are members. */
public enum GroupRole {
  MEMBER,
  /** Manages members and settings. */
  ADMIN,
  /** Also names other owners, and may delete the group; there is always at least one. */
  OWNER;

  /** Whether this role may do what the other may. */
  public boolean isAtLeast(GroupRole other) {
    return compareTo(other) >= 0;
  }
}
