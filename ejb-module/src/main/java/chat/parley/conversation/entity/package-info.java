/** Conversations and members as they are stored. */
@NullMarked
package chat.parley.conversation.entity;

import org.jspecify.annotations.NullMarked;
