package chat.parley.web.rest.sealing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text that was encrypted. */
@Schema(name = "EncryptedText", description = "A text that was encrypted here, for one account.")
public record DecryptJson(
    @Schema(description = "base64url.", pattern = "^[A-Za-z0-9_-]{1,65000}$")
        String encryptedMessage) {}
