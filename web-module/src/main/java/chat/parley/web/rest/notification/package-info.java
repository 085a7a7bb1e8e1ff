/** What people want to be told, and where they are reached, over REST. */
@NullMarked
package chat.parley.web.rest.notification;

import org.jspecify.annotations.NullMarked;
