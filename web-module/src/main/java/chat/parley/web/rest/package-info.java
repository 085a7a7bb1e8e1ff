/** The REST doors: one class per kind of thing, one method per boundary call. */
@NullMarked
package chat.parley.web.rest;

import org.jspecify.annotations.NullMarked;
