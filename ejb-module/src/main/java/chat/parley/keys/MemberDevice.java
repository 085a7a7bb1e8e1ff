package chat.parley.keys;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import org.jspecify.annotations.Nullable;

/**
 * A device of a member, with the key that a leaf of it has.
 *
 * @param name what its owner calls it; null for everybody else
 */
public record MemberDevice(
    AccountId account, DeviceId device, WireBytes signatureKey, @Nullable String name) {}
