/** Live delivery for those who cannot hold a socket. */
@NullMarked
package chat.parley.web.rest.realtime;

import org.jspecify.annotations.NullMarked;
