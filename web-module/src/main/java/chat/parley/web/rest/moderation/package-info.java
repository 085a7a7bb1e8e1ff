/** Telling moderators of people, over REST. */
@NullMarked
package chat.parley.web.rest.moderation;

import org.jspecify.annotations.NullMarked;
