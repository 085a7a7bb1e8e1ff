/** Who is connected, how far each device has come, and the news between instances. */
@NullMarked
package chat.parley.realtime.control;

import org.jspecify.annotations.NullMarked;
