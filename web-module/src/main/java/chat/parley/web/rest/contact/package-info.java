/** Chat requests, and whom one does not want to hear of. */
@NullMarked
package chat.parley.web.rest.contact;

import org.jspecify.annotations.NullMarked;
