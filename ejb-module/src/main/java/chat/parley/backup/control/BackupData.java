package chat.parley.backup.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The key of an account, its ways of recovery and its backup, as data of their owner. What is
 * sealed stays out of the archive: nobody but a browser that has the key can read it, and that has
 * the messages.
 */
@ApplicationScoped
public class BackupData implements PersonalData {

  private static final String KEY =
      "SELECT encode(public_key, 'hex') AS public_key, since FROM account_key WHERE account = ?";

  private static final String METHODS =
      "SELECT lower(kind) AS kind, handle, since FROM recovery_method WHERE account = ?"
          + " ORDER BY since, id";

  private static final String BACKUP =
      "SELECT conversation, count(*) AS messages, sum(octet_length(sealed)) AS bytes"
          + " FROM history_backup WHERE account = ? GROUP BY conversation ORDER BY conversation";

  private static final String FORGET = "DELETE FROM account_key WHERE account = ?";

  @Inject private AccountRows rows;
  @Inject private BackupTable backup;

  @Override
  public String feature() {
    return "backup";
  }

  @Override
  public Set<String> tables() {
    return Set.of("account_key", "recovery_method", "history_backup");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "account-key",
        "The public half of the key of your account.",
        rows.read(account, database -> database.prepareStatement(KEY)));
    files.list(
        "recovery-methods",
        "How you get to your encrypted messages in a new browser.",
        rows.read(account, database -> database.prepareStatement(METHODS)));
    files.list(
        "backup",
        "How much of your encrypted messages is backed up. Only your devices can read it.",
        rows.read(account, database -> database.prepareStatement(BACKUP)));
  }

  @Override
  public boolean erase(AccountId account) {
    if (backup.erase(account, Limits.BACKUP_ERASED_AT_ONCE)) {
      return true;
    }
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
