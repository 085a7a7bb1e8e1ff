package chat.parley.web.rest.tip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which transaction pays a tip: one of the two. */
@Schema(name = "ClaimTip", description = "Which transaction pays a tip: one of the two.")
public record ClaimTipJson(
    @Schema(
            description = "Of a transaction that the wallet has sent.",
            pattern = "^0x[0-9a-fA-F]{64}$")
        @Nullable String hash,
    @Schema(
            description = "A signed transaction that is to be sent.",
            pattern = "^0x([0-9a-fA-F]{2}){1,4096}$")
        @Nullable String raw,
    @Schema(
            description =
                "With 'hash': the wallet that has sent it, and 'nonce'. Only by both another"
                    + " transaction in its place is found where no node of the server has seen it.",
            pattern = "^0x[0-9a-fA-F]{40}$")
        @Nullable String from,
    @Schema(
            description = "With 'from': the place of the transaction in the order of its sender.",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long nonce) {}
