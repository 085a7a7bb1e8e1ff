package chat.parley.backup.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.backup.AccountKeyChanged;
import chat.parley.backup.BackupEntry;
import chat.parley.backup.control.AccountKeyTable;
import chat.parley.backup.control.BackupTable;
import chat.parley.budget.boundary.StorageBudget;
import chat.parley.conversation.Membership;
import chat.parley.platform.WireBytes;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The transaction that adds to a backup; what was counted before it stays counted. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class BackupTransactions {

  @EJB private StorageBudget storage;
  @Inject private AccountKeyTable keys;
  @Inject private BackupTable backup;
  @Inject private Clock clock;

  /** As {@link HistoryBackups#keep}; the key stays the account's until it is done. */
  public void keep(Membership membership, WireBytes key, List<BackupEntry> entries) {
    if (keys.hold(membership.account()).filter(key::equals).isEmpty()) {
      throw new AccountKeyChanged();
    }
    long bytes = entries.stream().mapToLong(entry -> entry.sealed().size()).sum();
    storage.requireRoom(membership.account(), bytes);
    backup.keep(membership, entries, clock.instant());
  }
}
