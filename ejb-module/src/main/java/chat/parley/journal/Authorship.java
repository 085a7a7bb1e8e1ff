package chat.parley.journal;

import chat.parley.platform.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about an entry once it is committed, also when its body is erased.
 *
 * @param by the account that caused it; null for the system
 */
public record Authorship(long seq, String kind, @Nullable AccountId by) {}
