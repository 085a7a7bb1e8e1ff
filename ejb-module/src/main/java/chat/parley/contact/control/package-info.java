/** How chat requests are kept and decided. */
@NullMarked
package chat.parley.contact.control;

import org.jspecify.annotations.NullMarked;
