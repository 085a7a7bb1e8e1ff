/** The doors of conversations. */
@NullMarked
package chat.parley.conversation.boundary;

import org.jspecify.annotations.NullMarked;
