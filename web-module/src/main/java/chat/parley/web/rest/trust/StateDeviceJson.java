package chat.parley.web.rest.trust;

import chat.parley.platform.WireBytes;
import chat.parley.trust.DeviceStatement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A statement about the caller's device. */
@Schema(name = "StateDevice", description = "A statement about the caller's device.")
public record StateDeviceJson(
    @Schema(description = "The account's key, which has signed.", minLength = 43, maxLength = 43)
        String accountKey,
    @Schema(description = "When, in milliseconds since 1970.", minimum = "1") Long at,
    @Schema(description = "64 bytes of Ed25519, in base64url.", minLength = 86, maxLength = 86)
        String signature) {

  DeviceStatement statement() {
    return new DeviceStatement(
        WireBytes.read("/accountKey", accountKey, 32),
        at,
        WireBytes.read("/signature", signature, 64));
  }
}
