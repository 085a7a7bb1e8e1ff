package chat.parley.trust;

import chat.parley.platform.WireBytes;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the log of keys about an account.
 *
 * @param place of its leaf; null for the moment until it has one
 * @param salt what makes the leaf of it tell nothing to others
 * @param content lines of text
 */
public record KeyLogEntry(@Nullable Long place, WireBytes salt, String content) {}
