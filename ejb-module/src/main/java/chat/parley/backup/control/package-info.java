/** How keys, ways of recovery and backups are kept. */
@NullMarked
package chat.parley.backup.control;

import org.jspecify.annotations.NullMarked;
