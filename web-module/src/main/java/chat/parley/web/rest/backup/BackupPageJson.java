package chat.parley.web.rest.backup;

import chat.parley.backup.BackupPage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a backup. */
@Schema(name = "BackupPage", description = "A part of the backup of a conversation.")
public record BackupPageJson(
    @Schema(description = "In the order of the log.") List<KeepBackupJson.Item> entries,
    @Schema(description = "Whether there is more in the range.") boolean more) {

  static BackupPageJson of(BackupPage page) {
    return new BackupPageJson(
        page.entries().stream()
            .map(entry -> new KeepBackupJson.Item(entry.seq(), entry.sealed().text()))
            .toList(),
        page.more());
  }
}
