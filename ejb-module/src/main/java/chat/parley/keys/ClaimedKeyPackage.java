package chat.parley.keys;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;

/** A KeyPackage that was claimed, as MLSMessage. */
public record ClaimedKeyPackage(AccountId account, DeviceId device, MlsBytes keyPackage) {}
