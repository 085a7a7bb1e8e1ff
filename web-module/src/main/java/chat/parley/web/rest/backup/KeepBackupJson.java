package chat.parley.web.rest.backup;

import chat.parley.backup.BackupEntry;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is added to a backup. */
@Schema(name = "KeepBackup", description = "What is added to a backup.")
public record KeepBackupJson(
    @Schema(
            description = "The account's key, under which it is sealed.",
            minLength = 43,
            maxLength = 43)
        String key,
    @Schema(minItems = 1, maxItems = Limits.BACKUP_ENTRIES) List<Item> entries) {

  /** One entry. */
  @Schema(name = "BackupEntry", description = "What an entry says, sealed.")
  public record Item(
      @Schema(minimum = "1") Long seq,
      @Schema(
              description = "In base64url.",
              minLength = 1,
              maxLength = (Limits.BACKUP_ENTRY_BYTES * 4 + 2) / 3)
          String sealed) {}

  WireBytes sealedUnder() {
    return WireBytes.read("/key", key, 32);
  }

  List<BackupEntry> wishes() {
    if (entries.size() > Limits.BACKUP_ENTRIES) {
      throw new InvalidInput("/entries", "1 to " + Limits.BACKUP_ENTRIES + " of them at once.");
    }
    List<BackupEntry> wishes = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Item item = entries.get(i);
      if (item.seq() < 1) {
        throw new InvalidInput("/entries/" + i + "/seq", "A whole number from 1.");
      }
      wishes.add(
          new BackupEntry(
              item.seq(),
              WireBytes.read(
                  "/entries/" + i + "/sealed", item.sealed(), Limits.BACKUP_ENTRY_BYTES)));
    }
    return wishes;
  }
}
