/** Who is who: statements, verifications and the log of keys. */
@NullMarked
package chat.parley.web.rest.trust;

import org.jspecify.annotations.NullMarked;
