package chat.parley.web.rest.keys;

import chat.parley.platform.WireBytes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key with which a device signs. */
@Schema(name = "DeviceKey", description = "The key with which a device signs.")
public record DeviceKeyJson(
    @Schema(
            description = "The 32 bytes of a public key of Ed25519, in base64url.",
            minLength = 43,
            maxLength = 43)
        String signatureKey) {

  private static final int BYTES = 32;

  WireBytes key() {
    return WireBytes.read("/signatureKey", signatureKey, BYTES);
  }
}
