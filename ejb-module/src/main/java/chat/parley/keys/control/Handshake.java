package chat.parley.keys.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import java.util.List;

/**
 * What a commit makes of a group, as far as that can be said without the database.
 *
 * @param external whether the committer was not in the group, or has lost its state of it
 * @param leaves of the new tree
 */
public record Handshake(boolean external, List<Leaf> leaves) {

  public Handshake {
    leaves = List.copyOf(leaves);
  }

  /**
   * A leaf of the new tree.
   *
   * @param fresh whether the commit put it there, or replaced it
   */
  public record Leaf(
      int index, AccountId account, DeviceId device, WireBytes signatureKey, boolean fresh) {}
}
