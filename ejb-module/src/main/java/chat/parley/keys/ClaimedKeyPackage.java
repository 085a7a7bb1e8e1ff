package chat.parley.keys;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;

/** A KeyPackage that was claimed, as MLSMessage. */
public record ClaimedKeyPackage(AccountId account, DeviceId device, WireBytes keyPackage) {}
