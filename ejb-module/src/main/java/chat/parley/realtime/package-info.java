/** Live delivery: frames, connections, and fan-out between instances. */
@NullMarked
package chat.parley.realtime;

import org.jspecify.annotations.NullMarked;
