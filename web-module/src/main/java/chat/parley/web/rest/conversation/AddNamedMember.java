package chat.parley.web.rest.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody for a group. */
@Schema(name = "AddNamedMember", description = "Somebody for a group.")
public record AddNamedMember(
    @Schema(description = "A user name or the id of an account.", maxLength = 64, example = "ada")
        String member) {}
