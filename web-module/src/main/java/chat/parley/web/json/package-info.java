/** JSON as the doors read and write it: strict in what they take, plain in what they give. */
@NullMarked
package chat.parley.web.json;

import org.jspecify.annotations.NullMarked;
