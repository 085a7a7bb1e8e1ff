package chat.parley.web.rest.keys;

import chat.parley.keys.GroupEpoch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a group is. */
@Schema(name = "GroupEpoch", description = "The epoch of a group, and what joining it needs.")
public record GroupEpochJson(
    @Schema(minimum = "1") long epoch,
    @Schema(description = "MLSMessage with the tree, in base64url.") String groupInfo) {

  static GroupEpochJson of(GroupEpoch group) {
    return new GroupEpochJson(group.epoch(), group.groupInfo().text());
  }
}
