/** How pictures are made safe, and where bytes are kept. */
@NullMarked
package chat.parley.media.control;

import org.jspecify.annotations.NullMarked;
