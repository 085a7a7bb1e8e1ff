/** The doors to recovery and backup. */
@NullMarked
package chat.parley.backup.boundary;

import org.jspecify.annotations.NullMarked;
