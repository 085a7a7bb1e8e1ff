/** Conversations and their history over REST. */
@NullMarked
package chat.parley.web.rest.conversation;

import org.jspecify.annotations.NullMarked;
