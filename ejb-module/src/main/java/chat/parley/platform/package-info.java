/** What every feature stands on: refusals, ids, pages, time, limits, and the schema. */
@NullMarked
package chat.parley.platform;

import org.jspecify.annotations.NullMarked;
