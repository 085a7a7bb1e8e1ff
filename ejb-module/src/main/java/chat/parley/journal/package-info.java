/** The append-only log of every stream: what a client may need to know, in one order. */
@NullMarked
package chat.parley.journal;

import org.jspecify.annotations.NullMarked;
