/** Keys of devices, and the epochs of groups. */
@NullMarked
package chat.parley.web.rest.keys;

import org.jspecify.annotations.NullMarked;
