package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationView;
import chat.parley.conversation.GroupView;
import chat.parley.realtime.ConversationOverview;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group, as programs see it. */
@Schema(name = "Group", description = "A group of the caller; it is a conversation like others.")
public record GroupJson(
    @Schema(description = "Also the id of the conversation.") UUID groupId,
    @Schema(
            description = "When the caller has left it, its name at that time.",
            example = "Sunday walks")
        @Nullable String name,
    @Schema(description = "For members.") @Nullable String description,
    Instant createdAt,
    @Schema(description = "Whether the caller is a member now.") boolean member,
    @Schema(
            description = "The caller's, while he is a member.",
            enumeration = {"member", "admin", "owner"})
        @Nullable String role,
    @Schema(description = "For members.", minimum = "1") @Nullable Integer memberCount,
    @Schema(description = "For members.") @Nullable GroupSettingsJson settings,
    @Schema(description = "The seq of the newest entry the caller may read.", minimum = "1")
        long head) {

  static GroupJson of(ConversationOverview overview) {
    ConversationView view = overview.conversation();
    GroupView group = view.group();
    return new GroupJson(
        view.id().value(),
        view.name(),
        group == null ? null : group.description(),
        view.createdAt(),
        view.own().isCurrent(),
        group == null ? null : Words.of(view.own().role()),
        group == null ? null : group.members(),
        group == null ? null : GroupSettingsJson.of(group.settings()),
        overview.head());
  }
}
