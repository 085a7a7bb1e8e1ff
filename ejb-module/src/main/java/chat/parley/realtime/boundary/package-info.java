/** The doors of live delivery: connections, fan-out, and pages of history. */
@NullMarked
package chat.parley.realtime.boundary;

import org.jspecify.annotations.NullMarked;
