package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupSettings;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules of a group. */
@Schema(name = "GroupSettings", description = "The rules of a group.")
public record GroupSettingsJson(
    @Schema(
            description = "Who may write messages.",
            enumeration = {"members", "admins"})
        String posting,
    @Schema(
            description = "Who may add people and make invite links.",
            enumeration = {"members", "admins"})
        String inviting,
    @Schema(
            description = "Who may pin messages.",
            enumeration = {"members", "admins"})
        String pinning,
    @Schema(
            description = "Who may change name, description and picture.",
            enumeration = {"members", "admins"})
        String editing,
    @Schema(description = "Whether joining by an invite link needs the word of an admin.")
        boolean approval,
    @Schema(
            description = "Seconds that new messages live by default; 0 for ever.",
            minimum = "0",
            maximum = "31536000")
        int disappearing) {

  static GroupSettingsJson of(GroupSettings settings) {
    return new GroupSettingsJson(
        Words.of(settings.posting()),
        Words.of(settings.inviting()),
        Words.of(settings.pinning()),
        Words.of(settings.editing()),
        settings.approval(),
        settings.disappearing());
  }
}
