/** Tests of what the identity resources say and take. */
@NullMarked
package chat.parley.web.rest.identity;

import org.jspecify.annotations.NullMarked;
