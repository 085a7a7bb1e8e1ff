package chat.parley.trust;

import chat.parley.keys.MemberDevice;
import org.jspecify.annotations.Nullable;

/**
 * A device of a member.
 *
 * @param statement what its account says of it; null while it says nothing
 */
public record StatedDevice(MemberDevice device, @Nullable DeviceStatement statement) {}
