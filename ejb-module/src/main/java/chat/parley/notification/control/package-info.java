/** Who is called, and how a push service is asked to. */
@NullMarked
package chat.parley.notification.control;

import org.jspecify.annotations.NullMarked;
