package chat.parley.web.rest.trust;

import chat.parley.ethereum.boundary.Wallets;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.WireBytes;
import chat.parley.trust.WalletBinding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wallet that vouches. */
@Schema(name = "BindWallet", description = "A wallet that vouches for the key of the account.")
public record BindWalletJson(
    @Schema(description = "The account's key.", minLength = 43, maxLength = 43) String key,
    @Schema(pattern = "^0x[0-9A-Fa-f]{40}$") String address,
    @Schema(description = "Where its contract is, when it is one.", minimum = "1") Long chain,
    @Schema(pattern = "^0x(?:[0-9A-Fa-f]{2}){0,8192}$") String signature) {

  WireBytes vouchedFor() {
    return WireBytes.read("/key", key, 32);
  }

  WalletBinding binding(Wallets wallets) {
    if (!signature.matches("0x[0-9A-Fa-f]{2,16384}")) {
      throw new InvalidInput("/signature", "0x and hexadecimal digits are expected.");
    }
    return new WalletBinding(
        wallets
            .normalized(address)
            .orElseThrow(() -> new InvalidInput("/address", "An address is expected.")),
        chain,
        signature);
  }
}
