/** The doors of attachments. */
@NullMarked
package chat.parley.attachment.boundary;

import org.jspecify.annotations.NullMarked;
