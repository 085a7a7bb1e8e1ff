package chat.parley.keys;

/**
 * Where a group is.
 *
 * @param groupInfo MLSMessage with the tree, for external commits
 */
public record GroupEpoch(long epoch, MlsBytes groupInfo) {}
