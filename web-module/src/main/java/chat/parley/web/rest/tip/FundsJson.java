package chat.parley.web.rest.tip;

import chat.parley.ethereum.Funds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a wallet of the payer has. */
@Schema(name = "Funds", description = "What a wallet of the payer had a moment ago.")
public record FundsJson(
    String wallet,
    @Schema(description = "Of the chain's currency, in the smallest units.") String currency,
    @Schema(description = "Of what is to be given, in the smallest units.") String asset) {

  static FundsJson of(Funds funds) {
    return new FundsJson(
        funds.wallet().value(), funds.currency().toString(), funds.asset().toString());
  }
}
