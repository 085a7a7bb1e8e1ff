package chat.parley.keys;

import chat.parley.platform.WireBytes;

/**
 * What lets one device in.
 *
 * @param epoch the one that it leads into
 * @param welcome MLSMessage
 */
public record Welcome(long epoch, WireBytes welcome) {}
