package chat.parley.web.rest.keys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commit that its entry in the log names by its hash. */
@Schema(name = "LargeCommit", description = "A commit that is too large for its entry in the log.")
public record LargeCommitJson(
    @Schema(description = "MLSMessage with a PublicMessage, in base64url.") String commit) {}
