/** Judges what clients have seen by what the log says afterwards. Pure: no server, no clock. */
@NullMarked
package chat.parley.torture.checker;

import org.jspecify.annotations.NullMarked;
