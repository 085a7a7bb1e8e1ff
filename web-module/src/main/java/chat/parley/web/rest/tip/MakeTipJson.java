package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.InvalidInput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tip that somebody promises. */
@Schema(name = "MakeTip", description = "A tip that somebody promises.")
public record MakeTipJson(
    @Schema(description = "The account that is to have it.") UUID recipient,
    @Schema(description = "The id of the chain.", minimum = "1") Long chain,
    @Schema(
            description = "The contract of a token of the chain; absent for its currency.",
            pattern = "^0x[0-9a-fA-F]{40}$")
        @Nullable String token,
    @Schema(
            description = "In the smallest units: 1 to 2^256 - 1, without a leading zero.",
            pattern = "^[1-9][0-9]{0,77}$")
        String amount,
    @Schema(
            description =
                "The entry of the conversation that asks for it; absent when none does. One payment"
                    + " of the caller at a time.",
            minimum = "1")
        @Nullable Long request) {

  Amount units() {
    return Amount.parse(amount)
        .orElseThrow(
            () -> new InvalidInput("/amount", "A whole number of units from 1 to 2^256 - 1."));
  }

  @Nullable Address asset(Wallets wallets) {
    return token == null
        ? null
        : wallets
            .normalized(token)
            .orElseThrow(() -> new InvalidInput("/token", "This is no address."));
  }
}
