package chat.parley.web.rest.tip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where one's tips go. */
@Schema(name = "TipWallet", description = "Where one's tips go.")
public record TipWalletJson(
    @Schema(description = "Absent when no wallet is linked.") @Nullable String address) {}
