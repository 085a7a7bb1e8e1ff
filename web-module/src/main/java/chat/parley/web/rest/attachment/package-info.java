/** Files that go with messages. */
@NullMarked
package chat.parley.web.rest.attachment;

import org.jspecify.annotations.NullMarked;
