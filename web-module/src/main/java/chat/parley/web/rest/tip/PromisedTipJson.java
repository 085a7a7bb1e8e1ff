package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.FeeHint;
import chat.parley.tip.PromisedTip;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tip with everything a wallet needs. */
@Schema(name = "PromisedTip", description = "A tip with everything a wallet needs to pay it.")
public record PromisedTipJson(
    TipJson tip,
    WalletCallJson call,
    @Schema(
            description =
                "The wallets that may pay it, with their checksums (ERC-55). What another one pays"
                    + " is not this tip.")
        List<String> payers,
    @Schema(
            description =
                "What it may cost, in the smallest units of the chain's currency; absent when no"
                    + " node says so.")
        @Nullable String fee,
    @Schema(description = "What the payer's wallets have: a hint, the chain decides.")
        List<FundsJson> funds) {

  public PromisedTipJson {
    payers = List.copyOf(payers);
    funds = List.copyOf(funds);
  }

  static PromisedTipJson of(PromisedTip promised) {
    FeeHint fee = promised.fee();
    return new PromisedTipJson(
        TipJson.of(promised.tip()),
        WalletCallJson.of(promised.tip(), promised.call()),
        promised.payers().stream().map(Address::value).toList(),
        fee == null ? null : fee.total().toString(),
        promised.funds().stream().map(FundsJson::of).toList());
  }
}
