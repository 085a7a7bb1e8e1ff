/** The doors of outgoing mail. */
@NullMarked
package chat.parley.mail.boundary;

import org.jspecify.annotations.NullMarked;
