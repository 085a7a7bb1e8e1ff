package chat.parley.web.rest.conversation;

import chat.parley.conversation.ChangeGroup;
import chat.parley.platform.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change of a group. */
@Schema(
    name = "ChangeGroup",
    description = "What is to change of a group; what is absent stays as it is.")
public record ChangeGroupJson(
    @Schema(minLength = 1, maxLength = Limits.GROUP_NAME_LENGTH) @Nullable String name,
    @Schema(maxLength = Limits.GROUP_DESCRIPTION_LENGTH) @Nullable String description,
    @Nullable GroupSettingsChangeJson settings) {

  ChangeGroup wish() {
    return new ChangeGroup(name, description, settings == null ? null : settings.change());
  }
}
