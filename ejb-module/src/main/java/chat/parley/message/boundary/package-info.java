/** The doors of messages. */
@NullMarked
package chat.parley.message.boundary;

import org.jspecify.annotations.NullMarked;
