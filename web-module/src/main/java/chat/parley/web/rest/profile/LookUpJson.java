package chat.parley.web.rest.profile;

import chat.parley.platform.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to look up. */
@Schema(name = "LookUp", description = "Whom to look up.")
public record LookUpJson(
    @Schema(
            description =
                "A user name, an e-mail address, or the address of a wallet, whose checksum must be"
                    + " right when its digits are in both cases.",
            minLength = 1,
            maxLength = Limits.LOOK_UP_LENGTH,
            example = "ada@example.org")
        String query) {}
