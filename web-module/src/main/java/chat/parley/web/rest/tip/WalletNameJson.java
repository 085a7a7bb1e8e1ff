package chat.parley.web.rest.tip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a wallet is called. */
@Schema(name = "WalletName", description = "What a wallet is called.")
public record WalletNameJson(
    @Schema(
            example = "ada.eth",
            description =
                "Absent when it has no name that leads back to it, and when nobody can be asked.")
        @Nullable String name) {}
