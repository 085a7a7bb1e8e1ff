package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationKind;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupSettings;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for a group of people who are named. */
@Schema(name = "CreateNamedGroup", description = "The wish for a group of people who are named.")
public record CreateNamedGroup(
    @Schema(minLength = 1, maxLength = Limits.GROUP_NAME_LENGTH, example = "Sunday walks")
        String name,
    @Schema(maxLength = Limits.GROUP_DESCRIPTION_LENGTH) @Nullable String description,
    @Schema(
            description = "User names or ids of the others, possibly none.",
            maxItems = Limits.NAMES_AT_ONCE)
        List<String> members,
    @Nullable GroupSettingsChangeJson settings) {

  CreateGroup wish(UUID key, List<AccountId> people) {
    return new CreateGroup(
        key,
        ConversationKind.SEALED,
        name,
        description == null ? "" : description,
        people,
        settings == null
            ? GroupSettings.DEFAULT
            : settings.change().applyTo(GroupSettings.DEFAULT));
  }
}
