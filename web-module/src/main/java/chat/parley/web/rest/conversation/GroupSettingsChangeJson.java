package chat.parley.web.rest.conversation;

import chat.parley.conversation.GroupSettingsChange;
import chat.parley.conversation.Permitted;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the rules of a group. */
@Schema(
    name = "GroupSettingsChange",
    description = "Some of the rules of a group; what is absent stays as it is.")
public record GroupSettingsChangeJson(
    @Schema(
            description = "Who may write messages.",
            enumeration = {"members", "admins"})
        @Nullable String posting,
    @Schema(
            description = "Who may add people and make invite links.",
            enumeration = {"members", "admins"})
        @Nullable String inviting,
    @Schema(
            description = "Who may pin messages.",
            enumeration = {"members", "admins"})
        @Nullable String pinning,
    @Schema(
            description = "Who may change name, description and picture.",
            enumeration = {"members", "admins"})
        @Nullable String editing,
    @Schema(description = "Whether joining by an invite link needs the word of an admin.")
        @Nullable Boolean approval,
    @Schema(
            description =
                "Seconds that new messages live by default: 5 to 31,536,000, or 0 for ever.",
            minimum = "0",
            maximum = "31536000")
        @Nullable Integer disappearing) {

  GroupSettingsChange change() {
    return new GroupSettingsChange(
        Words.readOptional(Permitted.class, "/settings/posting", posting),
        Words.readOptional(Permitted.class, "/settings/inviting", inviting),
        Words.readOptional(Permitted.class, "/settings/pinning", pinning),
        Words.readOptional(Permitted.class, "/settings/editing", editing),
        approval,
        disappearing);
  }
}
