package chat.parley.web.rest.tip;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where one's tips are to go. */
@Schema(name = "ChooseTipWallet", description = "Where one's tips are to go.")
public record ChooseTipWalletJson(
    @Schema(
            description = "One of the linked wallets, with the checksum of ERC-55.",
            pattern = "^0x[0-9a-fA-F]{40}$")
        String address) {}
