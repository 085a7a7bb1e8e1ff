package chat.parley.web.rest.identity;

import chat.parley.identity.DeviceClaim;
import chat.parley.platform.DeviceId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of its device.
 *
 * @param id the id it was given at an earlier sign-in; ignored when it is not this account's
 * @param name what the person calls it
 */
@Schema(name = "Device", description = "What a client says of its device.")
public record DeviceJson(
    @Schema(description = "The id it was given at an earlier sign-in.") @Nullable UUID id,
    @Schema(description = "What the person calls it.", minLength = 1, maxLength = 64)
        @Nullable String name) {

  static DeviceClaim claim(@Nullable DeviceJson device) {
    return device == null
        ? DeviceClaim.NONE
        : new DeviceClaim(device.id == null ? null : new DeviceId(device.id), device.name);
  }
}
