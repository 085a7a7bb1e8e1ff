/** The system as a whole: its processes, their life and death. */
@NullMarked
package chat.parley.system;

import org.jspecify.annotations.NullMarked;
