/** The doors of tips. */
@NullMarked
package chat.parley.tip.boundary;

import org.jspecify.annotations.NullMarked;
