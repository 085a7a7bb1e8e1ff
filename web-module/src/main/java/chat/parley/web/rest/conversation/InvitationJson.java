package chat.parley.web.rest.conversation;

import chat.parley.conversation.Invitation;
import chat.parley.web.json.Words;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one would join. */
@Schema(name = "Invitation", description = "What one would join.")
public record InvitationJson(
    @Schema(description = "The conversation that it is.") UUID id,
    @Schema(example = "Sunday walks") String name,
    String description,
    @Schema(minimum = "0") int memberCount,
    @Schema(description = "Whether an admin has to let one in.") boolean approval,
    @Schema(
            description = "What the caller is to the group already.",
            enumeration = {"stranger", "requested", "member"})
        String standing) {

  static InvitationJson of(Invitation invitation) {
    return new InvitationJson(
        invitation.id().value(),
        invitation.name(),
        invitation.description(),
        invitation.members(),
        invitation.approval(),
        Words.of(invitation.standing()));
  }
}
