package chat.parley.trust.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.backup.AccountKeyChanged;
import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.keys.DeviceKeyNeeded;
import chat.parley.keys.MemberDevice;
import chat.parley.keys.boundary.KeyPackages;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.WireBytes;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.SealedVerifications;
import chat.parley.trust.StatedDevice;
import chat.parley.trust.StatedDevices;
import chat.parley.trust.StatementInvalid;
import chat.parley.trust.VerificationsConflict;
import chat.parley.trust.WalletBinding;
import chat.parley.trust.WalletBindingInvalid;
import chat.parley.trust.control.StatementRules;
import chat.parley.trust.control.StatementTable;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who says what of whom: accounts of their devices, wallets of accounts, and people of people.
 *
 * <p>Every change throws {@link chat.parley.platform.TooManyRequests} after too many.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Statements {

  @EJB private Memberships memberships;
  @EJB private KeyPackages devices;
  @EJB private StatementTransactions transactions;
  @Inject private Wallets wallets;
  @Inject private Budgets budgets;
  @Inject private StatementTable statements;

  /**
   * Keeps what an account says of the caller's device. A statement about the same keys stays as it
   * is.
   *
   * @throws DeviceKeyNeeded when the device has no key
   * @throws AccountKeyChanged when it is signed by another key than the account's
   * @throws StatementInvalid when it is not signed
   */
  public void state(AccountId account, DeviceId device, DeviceStatement statement) {
    transactions.count(account);
    transactions.state(account, device, statement);
  }

  /**
   * Keeps that a wallet vouches for the key of an account, in the place of the one before. It has
   * signed a message of EIP-712 of the domain Parley, version 1: {@code Vouch(string purpose,
   * address wallet, string account, string key)}.
   *
   * @param key the account's
   * @throws AccountKeyChanged when the account has another key
   * @throws WalletBindingInvalid when the wallet has not signed that, or is not linked
   * @throws chat.parley.platform.Unavailable when only a contract could say, and it cannot be asked
   */
  public void bind(AccountId account, WireBytes key, WalletBinding binding) {
    transactions.count(account);
    transactions.requireLinked(account, key, binding);
    if (!budgets.inNameOf(
        Spender.asking(account),
        () ->
            wallets.hasSigned(
                binding.chain(),
                binding.wallet(),
                StatementRules.vouching(binding.wallet().value(), account, key),
                binding.signature()))) {
      throw new WalletBindingInvalid();
    }
    transactions.bind(account, key, binding);
  }

  /** Takes the binding of an account away; without one nothing happens. */
  public void unbind(AccountId account) {
    transactions.count(account);
    transactions.unbind(account);
  }

  /**
   * The devices of all members of a conversation that have keys, in the order of their ids, with
   * what their accounts say of them.
   *
   * @param after the last one of the page before
   * @throws NotFound when the caller is no member, or the conversation is not encrypted end to end
   */
  public StatedDevices devices(
      AccountId me, ConversationId conversation, @Nullable DeviceId after) {
    Page<MemberDevice> page = devices.devices(me, conversation, after);
    Map<DeviceId, DeviceStatement> stated = statements.statements(page.items());
    return withAccounts(
        page.items().stream()
            .map(device -> new StatedDevice(device, stated.get(device.device())))
            .toList(),
        page.next());
  }

  /**
   * Those of these devices that belong to a conversation no longer: somebody has signed out there,
   * less than {@link Limits#FORMER_DEVICE_KEPT} ago, or has left the conversation. What they wrote
   * is still to be read. In the order of their ids, with what their accounts said of them.
   *
   * @param wanted at most {@link Limits#FORMER_DEVICES}
   * @throws NotFound when the caller is no member, or the conversation is not encrypted end to end
   */
  public StatedDevices former(
      AccountId me, ConversationId conversation, Collection<DeviceId> wanted) {
    memberships.requireEncrypted(conversation, me);
    return withAccounts(statements.former(conversation, wanted), null);
  }

  private StatedDevices withAccounts(List<StatedDevice> items, @Nullable String next) {
    Set<AccountId> accounts =
        items.stream().map(each -> each.device().account()).collect(Collectors.toSet());
    return new StatedDevices(items, statements.accounts(accounts), next);
  }

  /** Whom a person has verified; empty when nothing was kept. */
  public Optional<SealedVerifications> verified(AccountId account) {
    return statements.verified(account);
  }

  /**
   * Keeps whom a person has verified, behind the version that is there.
   *
   * @throws VerificationsConflict when another version is there, or the account has no key
   */
  public void keepVerified(AccountId account, SealedVerifications next) {
    transactions.count(account);
    transactions.keepVerified(account, next);
  }
}
