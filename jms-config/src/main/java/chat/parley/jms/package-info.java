/** The names of every address on the broker, and the adapter that reaches it. */
@NullMarked
package chat.parley.jms;

import org.jspecify.annotations.NullMarked;
