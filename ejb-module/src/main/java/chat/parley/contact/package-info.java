/** Asking somebody to talk, and what becomes of it. */
@NullMarked
package chat.parley.contact;

import org.jspecify.annotations.NullMarked;
