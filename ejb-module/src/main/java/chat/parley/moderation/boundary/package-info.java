/** Doors of moderation. */
@NullMarked
package chat.parley.moderation.boundary;

import org.jspecify.annotations.NullMarked;
