/** What people tell about themselves and to whom, what interests them, and finding each other. */
@NullMarked
package chat.parley.profile;

import org.jspecify.annotations.NullMarked;
