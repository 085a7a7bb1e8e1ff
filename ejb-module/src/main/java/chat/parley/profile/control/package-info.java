/** How profiles, interests and people are kept and found. */
@NullMarked
package chat.parley.profile.control;

import org.jspecify.annotations.NullMarked;
