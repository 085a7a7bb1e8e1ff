package chat.parley.web.rest.tip;

import chat.parley.ethereum.Address;
import chat.parley.platform.AccountId;
import chat.parley.tip.boundary.Tips;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where one's tips go. */
@Schema(name = "TipWallet", description = "Where one's tips go.")
public record TipWalletJson(
    @Schema(description = "Absent when no wallet is linked.") @Nullable String address,
    @Schema(description = "Whether it is shown on the caller's profile.") boolean jar) {

  static TipWalletJson of(Tips tips, AccountId account) {
    return new TipWalletJson(
        tips.wallet(account).map(Address::value).orElse(null), tips.jar(account).isPresent());
  }
}
