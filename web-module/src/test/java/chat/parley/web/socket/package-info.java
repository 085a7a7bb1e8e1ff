/** Tests of the socket's frames and of its writer. */
@NullMarked
package chat.parley.web.socket;

import org.jspecify.annotations.NullMarked;
