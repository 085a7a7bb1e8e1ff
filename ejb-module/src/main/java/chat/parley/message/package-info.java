/** Messages and the watermarks that follow them. */
@NullMarked
package chat.parley.message;

import org.jspecify.annotations.NullMarked;
