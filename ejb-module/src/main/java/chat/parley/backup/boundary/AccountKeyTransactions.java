package chat.parley.backup.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.backup.AccountKey;
import chat.parley.backup.AccountKeyChanged;
import chat.parley.backup.AccountKeyExists;
import chat.parley.backup.RecoveryKind;
import chat.parley.backup.RecoveryMethod;
import chat.parley.backup.RecoveryMethodId;
import chat.parley.backup.TooManyRecoveryMethods;
import chat.parley.backup.control.AccountKeyTable;
import chat.parley.backup.control.BackupTable;
import chat.parley.identity.boundary.CredentialTransactions;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.WireBytes;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changes the key of an account or the ways to it, each with the news of it, under the lock of
 * the key.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class AccountKeyTransactions {

  /** The word of a change in the person's own stream. */
  static final String CHANGED = "account-key.changed";

  @EJB private CredentialTransactions proofs;
  @EJB private Journal journal;
  @Inject private AccountKeyTable keys;
  @Inject private BackupTable backup;
  @Inject private Clock clock;

  /** As {@link AccountKeys#register}. */
  public void register(Caller caller, WireBytes key, @Nullable WireBytes replaces) {
    if (keys.insert(caller.account(), key, clock.instant())) {
      tell(caller.account(), key);
      return;
    }
    WireBytes current = keys.lock(caller.account()).orElseThrow(NotFound::new);
    if (current.equals(key)) {
      return;
    }
    if (replaces == null || !current.equals(replaces)) {
      throw new AccountKeyExists();
    }
    proofs.requireFresh(caller);
    keys.replace(caller.account(), key, clock.instant());
    backup.drop(caller.account());
    tell(caller.account(), key);
  }

  /** As {@link AccountKeys#put}. */
  public void put(Caller caller, WireBytes key, RecoveryMethod method) {
    WireBytes current = keys.lock(caller.account()).orElseThrow(AccountKeyChanged::new);
    if (!current.equals(key)) {
      throw new AccountKeyChanged();
    }
    List<AccountKey.Way> ways =
        keys.find(caller.account()).map(AccountKey::methods).orElseGet(List::of);
    if (ways.stream().noneMatch(way -> way.method().id().equals(method.id()))) {
      List<RecoveryMethod> replaced =
          ways.stream().map(AccountKey.Way::method).filter(way -> isSame(way, method)).toList();
      if (!replaced.isEmpty()) {
        proofs.requireFresh(caller);
        replaced.forEach(way -> keys.drop(caller.account(), way.id()));
      }
      if (ways.size() - replaced.size() >= Limits.RECOVERY_METHODS) {
        throw new TooManyRecoveryMethods();
      }
    }
    if (!keys.put(caller.account(), method, clock.instant())) {
      throw new InvalidInput("/kind", "This id was used for something else.");
    }
    tell(caller.account(), key);
  }

  private static boolean isSame(RecoveryMethod one, RecoveryMethod other) {
    return one.kind() == other.kind()
        && (one.kind() == RecoveryKind.KEY || Objects.equals(one.handle(), other.handle()));
  }

  /** As {@link AccountKeys#remove}. */
  public void remove(Caller caller, RecoveryMethodId id) {
    WireBytes key = keys.lock(caller.account()).orElseThrow(NotFound::new);
    proofs.requireFresh(caller);
    if (!keys.drop(caller.account(), id)) {
      throw new NotFound();
    }
    tell(caller.account(), key);
  }

  /** JSON text of nothing but base64url, which needs no escapes. */
  private void tell(AccountId account, WireBytes key) {
    journal.appendInTransaction(
        List.of(
            new NewEntry(
                StreamId.user(account.value()),
                CHANGED,
                account,
                null,
                null,
                "{\"key\":\"" + key.text() + "\"}")));
  }
}
