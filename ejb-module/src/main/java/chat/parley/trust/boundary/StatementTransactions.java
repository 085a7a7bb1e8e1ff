package chat.parley.trust.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import chat.parley.backup.AccountKeyChanged;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.keys.DeviceKeyNeeded;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.SealedVerifications;
import chat.parley.trust.VerificationsConflict;
import chat.parley.trust.WalletBinding;
import chat.parley.trust.WalletBindingInvalid;
import chat.parley.trust.control.StatementRules;
import chat.parley.trust.control.StatementTable;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What {@link Statements} changes, each in one transaction. Locks the account's key first. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class StatementTransactions {

  private static final Quota CHANGES =
      new Quota(
          "trust-change",
          Limits.TRUST_CHANGES,
          Limits.TRUST_CHANGE_WINDOW,
          "Too many changes at once. Wait, then try again.");

  /** The word of it in the person's own stream. */
  static final String VERIFIED = "verifications.changed";

  @EJB private Quotas quotas;
  @EJB private Journal journal;
  @Inject private StatementTable statements;
  @Inject private Clock clock;

  /** Counts a change. */
  @TransactionAttribute(NOT_SUPPORTED)
  public void count(AccountId account) {
    quotas.take(CHANGES, account.toString());
  }

  /** As {@link Statements#state}. */
  public void state(AccountId account, DeviceId device, DeviceStatement statement) {
    requireKey(account, statement.accountKey());
    WireBytes key = statements.holdDevice(account, device).orElseThrow(DeviceKeyNeeded::new);
    StatementRules.require(account, device, key, statement);
    statements.state(account, device, key, statement);
  }

  /** Makes sure that it is worth asking the wallet. */
  public void requireLinked(AccountId account, WireBytes key, WalletBinding binding) {
    requireKey(account, key);
    if (!statements.isLinked(account, binding.wallet())) {
      throw new WalletBindingInvalid();
    }
  }

  /** Keeps a binding whose signature is good. */
  public void bind(AccountId account, WireBytes key, WalletBinding binding) {
    requireLinked(account, key, binding);
    statements.bind(account, key, binding, clock.instant());
  }

  /** As {@link Statements#unbind}. */
  public void unbind(AccountId account) {
    statements.unbind(account);
  }

  /** As {@link Statements#keepVerified}. */
  public void keepVerified(AccountId account, SealedVerifications next) {
    if (!statements.keepVerified(account, next)) {
      throw new VerificationsConflict();
    }
    // JSON text of nothing but a number, which needs no escapes.
    journal.appendInTransaction(
        List.of(
            new NewEntry(
                StreamId.user(account.value()),
                VERIFIED,
                account,
                null,
                null,
                "{\"version\":" + next.version() + "}")));
  }

  /** Forgets devices that have been gone for {@link Limits#FORMER_DEVICE_KEPT}. */
  public void forgetFormerDevices() {
    statements.sweepFormer(clock.instant().minus(Limits.FORMER_DEVICE_KEPT));
  }

  private void requireKey(AccountId account, WireBytes key) {
    if (!statements.holdAccount(account).orElseThrow(AccountKeyChanged::new).equals(key)) {
      throw new AccountKeyChanged();
    }
  }
}
