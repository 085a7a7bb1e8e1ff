package chat.parley.backup.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.backup.AccountKey;
import chat.parley.backup.RecoveryMethod;
import chat.parley.backup.RecoveryMethodId;
import chat.parley.backup.control.AccountKeyTable;
import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of an account, and the ways in which a new browser of its owner gets to it. What the key
 * is made of never comes here unsealed.
 *
 * <p>Every change throws {@link chat.parley.platform.TooManyRequests} after too many.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AccountKeys {

  private static final Quota CHANGES =
      new Quota(
          "recovery-change",
          Limits.RECOVERY_CHANGES,
          Limits.RECOVERY_CHANGE_WINDOW,
          "Too many changes of your recovery at once. Wait, then try again.");

  @EJB private Quotas quotas;
  @EJB private AccountKeyTransactions transactions;
  @Inject private AccountKeyTable keys;

  /** The key of an account, with the ways to it; empty when it has none yet. */
  public Optional<AccountKey> find(AccountId account) {
    return keys.find(account);
  }

  /**
   * Gives an account its key: the first one stays. To repeat it changes nothing.
   *
   * @param replaces the key that it begins anew after, without the ways to that one and what was
   *     backed up under it; null for the first key
   * @throws InvalidInput unless it has 32 bytes
   * @throws chat.parley.backup.AccountKeyExists when the account has another key than that
   * @throws chat.parley.identity.ReauthenticationNeeded when it replaces one, and the last proof is
   *     too old
   */
  public void register(
      AccountId account, SessionId session, WireBytes key, @Nullable WireBytes replaces) {
    if (key.size() != 32) {
      throw new InvalidInput("/key", "A key of Ed25519 has 32 bytes.");
    }
    quotas.take(CHANGES, account.toString());
    transactions.register(new Caller(account, session), key, replaces);
  }

  /**
   * Keeps a way of recovery. The same passkey or wallet again takes its own place, and a key that
   * is written down that of the one before.
   *
   * @param key the account's, which it leads to
   * @throws chat.parley.backup.AccountKeyChanged when the account has another one
   * @throws chat.parley.backup.TooManyRecoveryMethods when it has enough of them
   * @throws chat.parley.identity.ReauthenticationNeeded when it takes the place of another, and the
   *     last proof is too old
   */
  public void put(AccountId account, SessionId session, WireBytes key, RecoveryMethod method) {
    quotas.take(CHANGES, account.toString());
    transactions.put(new Caller(account, session), key, method);
  }

  /**
   * Takes a way of recovery away.
   *
   * @throws NotFound when the account does not have it
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public void remove(AccountId account, SessionId session, RecoveryMethodId id) {
    quotas.take(CHANGES, account.toString());
    transactions.remove(new Caller(account, session), id);
  }
}
