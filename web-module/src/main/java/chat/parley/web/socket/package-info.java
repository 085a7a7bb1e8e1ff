/** The socket {@code parley.v1}: handshake, frames as JSON, and one writer per connection. */
@NullMarked
package chat.parley.web.socket;

import org.jspecify.annotations.NullMarked;
