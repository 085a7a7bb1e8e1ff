package chat.parley.backup;

import java.util.List;

/**
 * A part of the backup of a conversation.
 *
 * @param entries in the order of the log
 * @param more whether there is more in the range that was asked for
 */
public record BackupPage(List<BackupEntry> entries, boolean more) {

  public BackupPage {
    entries = List.copyOf(entries);
  }
}
