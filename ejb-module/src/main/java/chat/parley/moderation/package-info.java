/** What people tell moderators of others, with evidence that can be proven. */
@NullMarked
package chat.parley.moderation;

import org.jspecify.annotations.NullMarked;
