package chat.parley.conversation.control;

import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettings;

/** Who in a group may do what, and to whom. */
public final class GroupRules {

  private GroupRules() {}

  /** Change the name, the description and the picture. */
  public static boolean mayEdit(GroupRole actor, GroupSettings settings) {
    return settings.editing().includes(actor);
  }

  /** Add people, and make invite links. */
  public static boolean mayInvite(GroupRole actor, GroupSettings settings) {
    return settings.inviting().includes(actor);
  }

  /** Change the rules, lift bans, decide about requests to join. */
  public static boolean mayManage(GroupRole actor) {
    return actor.isAtLeast(GroupRole.ADMIN);
  }

  /** Remove or ban somebody with this role; whoever manages may ban those who are no members. */
  public static boolean mayRemove(GroupRole actor, GroupRole target) {
    return mayManage(actor) && actor.isAtLeast(target);
  }

  /** Give somebody another role: nobody gives more than he has, or takes from those above him. */
  public static boolean mayGive(GroupRole actor, GroupRole before, GroupRole after) {
    return mayManage(actor) && actor.isAtLeast(before) && actor.isAtLeast(after);
  }

  /** Say whether everybody may find the group. */
  public static boolean mayList(GroupRole actor) {
    return actor == GroupRole.OWNER;
  }

  /** Delete the group. */
  public static boolean mayDelete(GroupRole actor) {
    return actor == GroupRole.OWNER;
  }
}
