/** The doors of notifications. */
@NullMarked
package chat.parley.notification.boundary;

import org.jspecify.annotations.NullMarked;
