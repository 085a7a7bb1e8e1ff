package chat.parley.backup;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a backup are read: from the first one behind {@code after}, or the last ones
 * when nothing is said of it.
 *
 * @param after the last one that is not read; null for whatever there is
 * @param before the first one that is not read any more; null for up to the newest
 * @param limit 1 to {@link Limits#BACKUP_PAGE}
 */
public record BackupRange(@Nullable Long after, @Nullable Long before, int limit) {

  public BackupRange {
    if (limit < 1 || limit > Limits.BACKUP_PAGE) {
      throw new InvalidInput("/limit", "A whole number from 1 to " + Limits.BACKUP_PAGE + ".");
    }
  }
}
