package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The consent to delete the caller's account. */
@Schema(name = "AccountDeletion", description = "The consent to delete the caller's account.")
public record AccountDeletionJson(
    @Schema(
            description = "The caller's own user name, in any case.",
            minLength = 1,
            maxLength = 64,
            example = "ada")
        String username) {}
