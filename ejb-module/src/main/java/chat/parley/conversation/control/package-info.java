/** How conversations are opened and found. */
@NullMarked
package chat.parley.conversation.control;

import org.jspecify.annotations.NullMarked;
