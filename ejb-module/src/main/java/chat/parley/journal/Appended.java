package chat.parley.journal;

/**
 * The answer to an append.
 *
 * @param duplicate true when the same device had already used this idempotency key: the entry is
 *     the one that was written then
 */
public record Appended(Entry entry, boolean duplicate) {}
