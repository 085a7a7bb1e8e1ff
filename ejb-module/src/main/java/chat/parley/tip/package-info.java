/** Tips: promised in a conversation, paid on a chain, and followed there until they are final. */
@NullMarked
package chat.parley.tip;

import org.jspecify.annotations.NullMarked;
