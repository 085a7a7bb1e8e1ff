package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is changed of a session. */
@Schema(name = "SessionChange", description = "What is changed of a session.")
public record SessionChangeJson(
    @Schema(description = "What its owner calls the device.", minLength = 1, maxLength = 64)
        String deviceName) {}
