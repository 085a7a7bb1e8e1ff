/** Settings, the data source, and the schema migration. */
@NullMarked
package chat.parley.platform.control;

import org.jspecify.annotations.NullMarked;
