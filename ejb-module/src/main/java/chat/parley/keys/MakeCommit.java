package chat.parley.keys;

import chat.parley.conversation.ConversationId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Move a group to its next epoch.
 *
 * @param cid the idempotency key: the same key of the same device is answered with the first result
 * @param epoch the epoch in which it was made; 0 for the first of a group
 * @param commit MLSMessage with a PublicMessage
 * @param groupInfo MLSMessage of the epoch that it leads into, with the tree
 * @param welcomes for devices that it adds, each at most once
 */
public record MakeCommit(
    AccountId by,
    DeviceId device,
    UUID cid,
    ConversationId conversation,
    long epoch,
    WireBytes commit,
    WireBytes groupInfo,
    List<ForDevices> welcomes) {

  /** Whether it is too large for an entry of the log, which holds its hash instead. */
  public boolean isLarge() {
    return commit.size() > Limits.COMMIT_ENTRY_BYTES;
  }

  /** A Welcome, MLSMessage, and whom it lets in. */
  public record ForDevices(List<DeviceId> devices, WireBytes welcome) {

    public ForDevices {
      devices = List.copyOf(devices);
    }
  }

  public MakeCommit {
    welcomes = List.copyOf(welcomes);
    if (epoch < 0 || epoch > (1L << 53) - 2) {
      throw new InvalidInput("/epoch", "An epoch is a whole number from 0.");
    }
    if (commit.size() > Limits.COMMIT_MESSAGE_BYTES) {
      throw new InvalidInput(
          "/commit", "A commit has at most " + Limits.COMMIT_MESSAGE_BYTES + " bytes.");
    }
    Set<DeviceId> named = new HashSet<>();
    for (int i = 0; i < welcomes.size(); i++) {
      if (welcomes.get(i).devices().isEmpty()) {
        throw new InvalidInput("/welcomes/" + i + "/devices", "A Welcome is for somebody.");
      }
      for (DeviceId each : welcomes.get(i).devices()) {
        if (!named.add(each) || named.size() > Limits.COMMIT_ADDS) {
          throw new InvalidInput(
              "/welcomes/" + i + "/devices",
              "Each device once, at most " + Limits.COMMIT_ADDS + " of them.");
        }
      }
    }
  }
}
