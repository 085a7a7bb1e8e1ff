package chat.parley.journal;

/**
 * An entry that was just inserted, and not committed yet.
 *
 * @param wish what was to be appended
 * @param entry what was
 */
public record FreshEntry(NewEntry wish, Entry entry) {}
