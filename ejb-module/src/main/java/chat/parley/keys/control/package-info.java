/** How keys are kept, and handshakes read and checked. */
@NullMarked
package chat.parley.keys.control;

import org.jspecify.annotations.NullMarked;
