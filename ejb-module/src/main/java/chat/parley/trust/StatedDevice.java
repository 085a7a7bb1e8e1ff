package chat.parley.trust;

import chat.parley.keys.MemberDevice;
import org.jspecify.annotations.Nullable;

/**
 * A device, with what is stated of it.
 *
 * @param statement what its account says of it; null while it says nothing
 */
public record StatedDevice(MemberDevice device, @Nullable DeviceStatement statement) {}
