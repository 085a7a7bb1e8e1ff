/** The doors to keys and epochs. */
@NullMarked
package chat.parley.keys.boundary;

import org.jspecify.annotations.NullMarked;
