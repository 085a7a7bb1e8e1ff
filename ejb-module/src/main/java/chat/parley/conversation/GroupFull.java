package chat.parley.conversation;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A group has as many members as a group may have. */
public final class GroupFull extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("group-full", 409, "The group is full");

  public GroupFull() {
    this("A group has at most " + Limits.GROUP_MEMBERS + " members.");
  }

  private GroupFull(String detail) {
    super(TYPE, detail);
  }

  /** As many people wait to be let in as a group may have members. */
  public static GroupFull ofWaiting() {
    return new GroupFull("At most " + Limits.GROUP_MEMBERS + " people wait to be let in.");
  }
}
