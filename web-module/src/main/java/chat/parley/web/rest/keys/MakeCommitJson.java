package chat.parley.web.rest.keys;

import chat.parley.conversation.ConversationId;
import chat.parley.keys.MakeCommit;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commit. */
@Schema(name = "MakeCommit", description = "A commit, and what belongs to it.")
public record MakeCommitJson(
    @Schema(
            description = "The epoch in which it was made; 0 for the first of a group.",
            minimum = "0")
        Long epoch,
    @Schema(
            description = "MLSMessage with a PublicMessage, in base64url.",
            minLength = 1,
            maxLength = Limits.COMMIT_MESSAGE_BYTES / 3 * 4)
        String commit,
    @Schema(
            description =
                "MLSMessage with the GroupInfo of the epoch that follows, in base64url, with the"
                    + " tree and the key for external commits.",
            minLength = 1,
            maxLength = Limits.COMMIT_REQUEST_BYTES)
        String groupInfo,
    @Schema(description = "For the devices that it adds.", maxItems = Limits.COMMIT_ADDS)
        List<ForDevices> welcomes) {

  /** A Welcome. */
  @Schema(name = "WelcomeForDevices", description = "A Welcome, and whom it lets in.")
  public record ForDevices(
      @Schema(minItems = 1, maxItems = Limits.COMMIT_ADDS) List<UUID> devices,
      @Schema(
              description = "MLSMessage, in base64url.",
              minLength = 1,
              maxLength = Limits.COMMIT_REQUEST_BYTES)
          String welcome) {}

  MakeCommit wish(AccountId by, DeviceId device, UUID cid, ConversationId conversation) {
    if (welcomes.size() > Limits.COMMIT_ADDS) {
      throw new InvalidInput("/welcomes", "At most " + Limits.COMMIT_ADDS + " of them.");
    }
    List<MakeCommit.ForDevices> all = new ArrayList<>();
    for (int i = 0; i < welcomes.size(); i++) {
      all.add(
          new MakeCommit.ForDevices(
              welcomes.get(i).devices().stream().map(DeviceId::new).toList(),
              WireBytes.read(
                  "/welcomes/" + i + "/welcome",
                  welcomes.get(i).welcome(),
                  Limits.COMMIT_REQUEST_BYTES)));
    }
    return new MakeCommit(
        by,
        device,
        cid,
        conversation,
        epoch,
        WireBytes.read("/commit", commit, Limits.COMMIT_MESSAGE_BYTES),
        WireBytes.read("/groupInfo", groupInfo, Limits.COMMIT_REQUEST_BYTES),
        all);
  }
}
