/** Tips over REST. */
@NullMarked
package chat.parley.web.rest.tip;

import org.jspecify.annotations.NullMarked;
