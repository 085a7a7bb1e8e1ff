package chat.parley.torture.checker;

import org.jspecify.annotations.Nullable;

/**
 * An entry as the log has it, after the run.
 *
 * @param hash the link of the chain, as on the wire
 * @param content as {@link chat.parley.torture.history.Seen#content}; null when the body is erased
 * @param cid the key it was sent with; null for what the server wrote
 * @param chained whether the hash continues that of the entry before; true as well when the body is
 *     erased and it cannot be told
 */
public record LoggedEntry(
    long seq,
    String kind,
    String hash,
    @Nullable String content,
    @Nullable String cid,
    boolean chained) {}
