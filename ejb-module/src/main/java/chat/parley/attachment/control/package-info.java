/** How attachments are kept, bound to entries, and forgotten. */
@NullMarked
package chat.parley.attachment.control;

import org.jspecify.annotations.NullMarked;
