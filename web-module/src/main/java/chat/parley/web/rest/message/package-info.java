/** Messages over REST, for programs that keep no connection: thin maps onto the commands. */
@NullMarked
package chat.parley.web.rest.message;

import org.jspecify.annotations.NullMarked;
