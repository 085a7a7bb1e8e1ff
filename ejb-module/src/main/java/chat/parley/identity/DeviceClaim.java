package chat.parley.identity;

import chat.parley.platform.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of the device it signs in from.
 *
 * @param id the id this server gave the device earlier; ignored when it is not this account's
 * @param name what the client calls it; a name that its owner gave it stays
 */
public record DeviceClaim(@Nullable DeviceId id, @Nullable String name) {

  /** A device that says nothing of itself. */
  public static final DeviceClaim NONE = new DeviceClaim(null, null);

  public DeviceClaim {
    if (name != null) {
      name = DeviceNames.checked("/device/name", name);
    }
  }
}
