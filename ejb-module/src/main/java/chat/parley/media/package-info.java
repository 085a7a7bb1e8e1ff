/** What people upload: made safe before it is kept, and kept until nothing names it any more. */
@NullMarked
package chat.parley.media;

import org.jspecify.annotations.NullMarked;
