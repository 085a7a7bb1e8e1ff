/** Conversations and who belongs to them. */
@NullMarked
package chat.parley.conversation;

import org.jspecify.annotations.NullMarked;
