package chat.parley.backup.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.backup.AccountKeyChanged;
import chat.parley.backup.BackupEntry;
import chat.parley.backup.BackupPage;
import chat.parley.backup.BackupRange;
import chat.parley.backup.control.BackupTable;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.WireBytes;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The backup of what people have read of conversations that are encrypted end to end: for new
 * browsers, which come too late to read it themselves.
 *
 * <p>Every method throws {@link NotFound} when the account never was a member, or the conversation
 * is not encrypted end to end: the caller cannot tell which.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class HistoryBackups {

  private static final Quota SIZE =
      new Quota(
          "backup",
          Limits.BACKUP_KIBIBYTES,
          Limits.BACKUP_WINDOW,
          "Too much was backed up today. The rest follows tomorrow.");

  @EJB private Memberships memberships;
  @EJB private Quotas quotas;
  @EJB private BackupTransactions transactions;
  @Inject private BackupTable backup;
  @Inject private Clock clock;

  /**
   * Adds entries. Those that are there stay; those that are gone, are no messages, or that the
   * account may not read are passed over.
   *
   * @param key the account's, under which they are sealed
   * @param entries 1 to {@link Limits#BACKUP_ENTRIES}
   * @throws AccountKeyChanged when the account has another key
   * @throws chat.parley.budget.OutOfBudget when there is no room for it in a budget
   * @throws chat.parley.platform.TooManyRequests when it was too much for a day
   */
  public void keep(
      AccountId me, ConversationId conversation, WireBytes key, List<BackupEntry> entries) {
    if (entries.isEmpty() || entries.size() > Limits.BACKUP_ENTRIES) {
      throw new InvalidInput("/entries", "1 to " + Limits.BACKUP_ENTRIES + " of them at once.");
    }
    Membership membership = memberships.requireEncryptedReader(conversation, me);
    int bytes = entries.stream().mapToInt(entry -> entry.sealed().size()).sum();
    quotas.take(SIZE, me.toString(), bytes / 1024 + 1);
    transactions.keep(membership, key, entries);
  }

  /** What is backed up in a range; a page may end before its limit. */
  public BackupPage read(AccountId me, ConversationId conversation, BackupRange range) {
    return backup.page(
        memberships.requireEncryptedReader(conversation, me), range, clock.instant());
  }
}
