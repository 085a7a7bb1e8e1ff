package chat.parley.keys;

/**
 * What lets one device in.
 *
 * @param epoch the one that it leads into
 * @param welcome MLSMessage
 */
public record Welcome(long epoch, MlsBytes welcome) {}
