package chat.parley.keys;

import chat.parley.platform.WireBytes;

/**
 * Where a group is.
 *
 * @param groupInfo MLSMessage with the tree, for external commits
 */
public record GroupEpoch(long epoch, WireBytes groupInfo) {}
