package chat.parley.conversation;

/** Who in a group may do something. */
public enum Permitted {
  /** Everybody in it. */
  MEMBERS,
  /** Admins and owners. */
  ADMINS;

  /** Whether a member with this role may. */
  public boolean includes(GroupRole role) {
    return this == MEMBERS || role.isAtLeast(GroupRole.ADMIN);
  }
}
