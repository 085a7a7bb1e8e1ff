package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signed sign-in message. */
@Schema(name = "WalletSignIn", description = "A sign-in message (ERC-4361) and its signature.")
public record WalletLoginJson(
    @Schema(description = "The text the wallet signed.", maxLength = 4096) String message,
    @Schema(
            description =
                "What personal_sign (ERC-191) gave: 65 bytes of a key, or what a contract accepts"
                    + " (ERC-1271, ERC-6492).",
            pattern = "^0x([0-9A-Fa-f]{2}){0,8192}$")
        String signature,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {

  /** Without the signature. */
  @Override
  public String toString() {
    return "WalletLoginJson";
  }
}
