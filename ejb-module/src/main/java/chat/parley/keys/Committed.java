package chat.parley.keys;

import java.time.Instant;

/**
 * A commit that is in the log.
 *
 * @param epoch the one that it leads into
 */
public record Committed(long epoch, long seq, Instant at) {}
