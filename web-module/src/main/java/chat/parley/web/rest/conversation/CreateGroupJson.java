package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupSettings;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.web.json.Words;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for a group. */
@Schema(name = "CreateGroup", description = "The wish for a group.")
public record CreateGroupJson(
    @Schema(minLength = 1, maxLength = Limits.GROUP_NAME_LENGTH, example = "Sunday walks")
        String name,
    @Schema(maxLength = Limits.GROUP_DESCRIPTION_LENGTH) @Nullable String description,
    @Schema(enumeration = {"sealed", "e2ee"}) String kind,
    @Schema(
            description = "The accounts of the others, possibly none.",
            maxItems = Limits.GROUP_MEMBERS_AT_ONCE)
        List<UUID> members,
    @Nullable GroupSettingsChangeJson settings) {

  CreateGroup wish(@Nullable UUID key) {
    return new CreateGroup(
        key,
        Words.read(ConversationKind.class, "/kind", kind),
        name,
        description == null ? "" : description,
        members.stream().map(AccountId::new).toList(),
        settings == null
            ? GroupSettings.DEFAULT
            : settings.change().applyTo(GroupSettings.DEFAULT));
  }
}
