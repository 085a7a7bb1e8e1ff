/** Start-up and the resources of the container that every feature uses. */
@NullMarked
package chat.parley.platform.boundary;

import org.jspecify.annotations.NullMarked;
