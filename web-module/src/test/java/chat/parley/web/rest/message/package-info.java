/** Tests of messages as programs see them. */
@NullMarked
package chat.parley.web.rest.message;

import org.jspecify.annotations.NullMarked;
