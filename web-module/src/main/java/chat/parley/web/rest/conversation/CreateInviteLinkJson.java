package chat.parley.web.rest.conversation;

import chat.parley.conversation.CreateInviteLink;
import chat.parley.platform.Limits;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for a way into a group. */
@Schema(name = "CreateInviteLink", description = "The wish for a way into a group.")
public record CreateInviteLinkJson(
    @Schema(
            description = "Seconds that it is good; absent for no end.",
            minimum = "1",
            maximum = "31536000")
        @Nullable Integer expiresIn,
    @Schema(
            description = "How many people may use it; absent for any number.",
            minimum = "1",
            maximum = "" + Limits.GROUP_MEMBERS)
        @Nullable Integer quota) {

  CreateInviteLink wish() {
    return new CreateInviteLink(expiresIn == null ? null : Duration.ofSeconds(expiresIn), quota);
  }
}
