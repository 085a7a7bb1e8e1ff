/** The account's key, recovery, and the backup of encrypted conversations. */
@NullMarked
package chat.parley.web.rest.backup;

import org.jspecify.annotations.NullMarked;
