/** Who calls, and what every answer says to the browser about trust. */
@NullMarked
package chat.parley.web.security;

import org.jspecify.annotations.NullMarked;
