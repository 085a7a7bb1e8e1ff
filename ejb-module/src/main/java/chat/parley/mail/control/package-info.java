/** How mail is written, kept, and handed to a mail server. */
@NullMarked
package chat.parley.mail.control;

import org.jspecify.annotations.NullMarked;
