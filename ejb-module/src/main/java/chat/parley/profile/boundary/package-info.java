/** The doors to profiles, interests, and the search for people. */
@NullMarked
package chat.parley.profile.boundary;

import org.jspecify.annotations.NullMarked;
