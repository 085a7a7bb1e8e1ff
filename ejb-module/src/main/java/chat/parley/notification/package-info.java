/** Whom to call who is away, and about what. */
@NullMarked
package chat.parley.notification;

import org.jspecify.annotations.NullMarked;
