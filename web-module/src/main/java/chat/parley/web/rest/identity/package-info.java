/** Signing in and out, sessions, people and socket tickets over REST. */
@NullMarked
package chat.parley.web.rest.identity;

import org.jspecify.annotations.NullMarked;
