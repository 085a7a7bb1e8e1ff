package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Chain.Token;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something of which there are amounts. */
@Schema(name = "Token", description = "Something of which there are amounts.")
public record TokenJson(
    @Schema(description = "Of its contract; absent for the currency of the chain.")
        @Nullable String address,
    @Schema(description = "A few letters, from the settings of the server.") String symbol,
    @Schema(description = "Digits behind the point.", minimum = "0", maximum = "36") int decimals,
    String name) {

  static TokenJson of(Token token) {
    Address address = token.address();
    return new TokenJson(
        address == null ? null : address.value(), token.symbol(), token.decimals(), token.name());
  }
}
