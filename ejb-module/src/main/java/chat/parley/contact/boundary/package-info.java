/** The doors to chat requests. */
@NullMarked
package chat.parley.contact.boundary;

import org.jspecify.annotations.NullMarked;
