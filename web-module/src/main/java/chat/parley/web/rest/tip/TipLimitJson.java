package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.InvalidInput;
import chat.parley.tip.TipLimit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The most of something that somebody lets himself give within 24 hours. */
@Schema(
    name = "TipLimit",
    description = "The most of something that one lets oneself give within 24 hours.")
public record TipLimitJson(
    @Schema(description = "The id of the chain.", minimum = "1") Long chain,
    @Schema(
            description = "The contract of a token of the chain; absent for its currency.",
            pattern = "^0x[0-9a-fA-F]{40}$")
        @Nullable String token,
    @Schema(
            description = "In the smallest units: 1 to 2^256 - 1, without a leading zero.",
            pattern = "^[1-9][0-9]{0,77}$")
        String amount) {

  static TipLimitJson of(TipLimit limit) {
    Address token = limit.token();
    return new TipLimitJson(
        limit.chain(), token == null ? null : token.value(), limit.amount().toString());
  }

  TipLimit limit(Wallets wallets) {
    Address asset =
        token == null
            ? null
            : wallets
                .normalized(token)
                .orElseThrow(() -> new InvalidInput("/items", "This is no address."));
    return new TipLimit(
        chain,
        asset,
        Amount.parse(amount)
            .orElseThrow(
                () -> new InvalidInput("/items", "A whole number of units from 1 to 2^256 - 1.")));
  }
}
