package chat.parley.keys;

/**
 * What a device has waiting.
 *
 * @param available KeyPackages that can be claimed, without the one of last resort
 * @param lastResort whether there is one of last resort
 */
public record StoredKeyPackages(int available, boolean lastResort) {}
