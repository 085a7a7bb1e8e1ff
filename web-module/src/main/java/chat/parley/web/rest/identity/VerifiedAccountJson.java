package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account whose address was verified. */
@Schema(name = "VerifiedAccount", description = "The account whose address was verified.")
public record VerifiedAccountJson(@Schema(example = "ada") String username) {}
