/** Doors of who is who. */
@NullMarked
package chat.parley.trust.boundary;

import org.jspecify.annotations.NullMarked;
