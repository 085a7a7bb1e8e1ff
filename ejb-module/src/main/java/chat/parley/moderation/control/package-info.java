/** How reports are kept, and their evidence is proven. */
@NullMarked
package chat.parley.moderation.control;

import org.jspecify.annotations.NullMarked;
