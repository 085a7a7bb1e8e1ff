/** Profiles, interests, and finding people. */
@NullMarked
package chat.parley.web.rest.profile;

import org.jspecify.annotations.NullMarked;
