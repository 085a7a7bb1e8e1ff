/** The doors to what people upload. */
@NullMarked
package chat.parley.media.boundary;

import org.jspecify.annotations.NullMarked;
