/** The web app: static files, and its own routes answered with its one page. */
@NullMarked
package chat.parley.web.spa;

import org.jspecify.annotations.NullMarked;
