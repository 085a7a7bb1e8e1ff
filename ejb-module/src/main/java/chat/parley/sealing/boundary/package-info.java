/** The door through which people seal what they keep elsewhere. */
@NullMarked
package chat.parley.sealing.boundary;

import org.jspecify.annotations.NullMarked;
