/** The doors of identity. */
@NullMarked
package chat.parley.identity.boundary;

import org.jspecify.annotations.NullMarked;
