/** The condition on messages, and how watermarks are written. */
@NullMarked
package chat.parley.message.control;

import org.jspecify.annotations.NullMarked;
