package chat.parley.identity;

import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of the device it signs in from.
 *
 * @param id the id this server gave the device earlier; ignored when it is not this account's
 * @param name what the person calls it, 1 to 64 characters
 */
public record DeviceClaim(@Nullable DeviceId id, @Nullable String name) {

  /** A device that says nothing of itself. */
  public static final DeviceClaim NONE = new DeviceClaim(null, null);

  private static final int NAME_LENGTH = 64;

  public DeviceClaim {
    if (name != null
        && (name.isBlank()
            || name.codePointCount(0, name.length()) > NAME_LENGTH
            || name.codePoints().anyMatch(Character::isISOControl))) {
      throw new InvalidInput("/device/name", "1 to 64 characters, no control characters.");
    }
  }
}
