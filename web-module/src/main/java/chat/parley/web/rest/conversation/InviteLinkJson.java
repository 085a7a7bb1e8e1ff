package chat.parley.web.rest.conversation;

import chat.parley.conversation.InviteLink;
import chat.parley.conversation.NewInviteLink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way into a group. */
@Schema(name = "InviteLink", description = "A way into a group.")
public record InviteLinkJson(
    UUID id,
    @Schema(
            description = "What opens the group; only in the answer that made it.",
            pattern = "^[A-Za-z0-9_-]{43}$")
        @Nullable String token,
    @Schema(description = "The account of its maker; it is good while he may invite.")
        UUID createdBy,
    Instant createdAt,
    @Schema(description = "Absent for no end.") @Nullable Instant expiresAt,
    @Schema(description = "How many people may use it; absent for any number.", minimum = "1")
        @Nullable Integer quota,
    @Schema(description = "How many joined by it, or asked to.", minimum = "0") int uses) {

  static InviteLinkJson of(InviteLink link) {
    return of(link, null);
  }

  static InviteLinkJson of(NewInviteLink made) {
    return of(made.link(), made.token().value());
  }

  private static InviteLinkJson of(InviteLink link, @Nullable String token) {
    return new InviteLinkJson(
        link.id().value(),
        token,
        link.createdBy().value(),
        link.createdAt(),
        link.expiresAt(),
        link.quota(),
        link.uses());
  }
}
