/** Mail that the product sends: what it says, and how it reaches a mail server. */
@NullMarked
package chat.parley.mail;

import org.jspecify.annotations.NullMarked;
