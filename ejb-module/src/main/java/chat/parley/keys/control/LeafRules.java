package chat.parley.keys.control;

import chat.parley.keys.CommitInvalid;
import chat.parley.keys.MakeCommit;
import chat.parley.keys.control.DeviceKeyTable.Holder;
import chat.parley.platform.DeviceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may be in a group after a commit, and whom it may take out. */
public final class LeafRules {

  private LeafRules() {}

  /**
   * Looks at the leaves of the new tree.
   *
   * @param before the leaves of the tree before
   * @param holders the devices of both that have keys
   * @return the devices that the commit adds, without the committer's own
   * @throws CommitInvalid when a leaf is not that of a device of a member with its key; when the
   *     leaf of somebody else's good device is taken out or replaced; when somebody from outside
   *     takes out another leaf than his own
   */
  public static Set<DeviceId> require(
      MakeCommit wish,
      Handshake handshake,
      List<GroupTable.Leaf> before,
      Map<DeviceId, Holder> holders) {
    Map<DeviceId, GroupTable.Leaf> old = new HashMap<>();
    before.forEach(leaf -> old.put(leaf.device(), leaf));
    Set<DeviceId> added = new HashSet<>();
    Set<DeviceId> there = new HashSet<>();
    for (Handshake.Leaf leaf : handshake.leaves()) {
      there.add(leaf.device());
      Holder holder = holders.get(leaf.device());
      if (holder == null
          || !holder.isMember()
          || !holder.account().equals(leaf.account())
          || !holder.signatureKey().equals(leaf.signatureKey())) {
        throw new CommitInvalid(
            "Leaf " + leaf.index() + " is not that of a device of a member with its key.");
      }
      GroupTable.Leaf was = old.get(leaf.device());
      if (leaf.fresh() && !leaf.device().equals(wish.device())) {
        if (was != null && isGood(was, holder)) {
          throw new CommitInvalid(
              "Leaf " + leaf.index() + " of somebody else's device is replaced.");
        }
        added.add(leaf.device());
      }
    }
    for (GroupTable.Leaf leaf : before) {
      if (!there.contains(leaf.device())) {
        requireMayRemove(wish, handshake, leaf, holders.get(leaf.device()));
      }
    }
    return added;
  }

  private static void requireMayRemove(
      MakeCommit wish, Handshake handshake, GroupTable.Leaf leaf, @Nullable Holder holder) {
    if (handshake.external()) {
      throw new CommitInvalid("Who joins by himself takes out no leaf but his own.");
    }
    if (holder != null && isGood(leaf, holder) && !leaf.account().equals(wish.by())) {
      throw new CommitInvalid(
          "Leaf " + leaf.index() + " is that of a device of a member, which stays.");
    }
  }

  private static boolean isGood(GroupTable.Leaf leaf, Holder holder) {
    return holder.isMember()
        && holder.account().equals(leaf.account())
        && holder.signatureKey().equals(leaf.signatureKey());
  }
}
