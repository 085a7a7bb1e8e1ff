package chat.parley.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.identity.AccountSettings;
import chat.parley.identity.AccountSettingsChange;
import chat.parley.identity.Audience;
import chat.parley.identity.Findable;
import chat.parley.identity.control.AccountSettingTable;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people choose to tell of themselves. Every method throws {@link Unavailable} when the
 * database does not answer.
 */
@Stateless
public class PrivacyChoices {

  /** The word of a change in the person's own stream. */
  public static final String CHANGED = "settings.changed";

  @Inject private AccountSettingTable settings;
  @EJB private Journal journal;

  /** The choices of an account. */
  @TransactionAttribute(SUPPORTS)
  public AccountSettings of(AccountId account) {
    return of(List.of(account)).getOrDefault(account, AccountSettings.DEFAULT);
  }

  /** The choices of those among these accounts who made any. */
  @TransactionAttribute(SUPPORTS)
  public Map<AccountId, AccountSettings> of(Collection<AccountId> accounts) {
    return settings.of(accounts);
  }

  /** Those among these accounts who tell nobody what they have read. */
  @TransactionAttribute(SUPPORTS)
  public Set<AccountId> hidingReads(Collection<AccountId> accounts) {
    return hiding(accounts, AccountSettings::readReceipts);
  }

  /** Those among these accounts who tell nobody whether they are there. */
  @TransactionAttribute(SUPPORTS)
  public Set<AccountId> hidingPresence(Collection<AccountId> accounts) {
    return hiding(accounts, AccountSettings::lastSeen);
  }

  private Set<AccountId> hiding(
      Collection<AccountId> accounts, Function<AccountSettings, Audience> choice) {
    return of(accounts).entrySet().stream()
        .filter(each -> choice.apply(each.getValue()) == Audience.NOBODY)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Changes choices; the person's devices learn of it from his own stream.
   *
   * @return the choices as they are now
   */
  public AccountSettings change(AccountId account, AccountSettingsChange change) {
    AccountSettings before = settings.lock(account);
    AccountSettings after = change.of(before);
    if (!after.equals(before)) {
      settings.write(account, after);
      journal.appendInTransaction(
          List.of(
              new NewEntry(
                  StreamId.user(account.value()), CHANGED, account, null, null, body(after))));
    }
    return after;
  }

  /** JSON text of nothing but words, which need no escapes. */
  private static String body(AccountSettings chosen) {
    Findable findable = chosen.findable();
    return "{"
        + member("readReceipts", chosen.readReceipts())
        + ","
        + member("lastSeen", chosen.lastSeen())
        + ",\"discoverable\":"
        + chosen.discoverable()
        + ","
        + member("foundByEmail", findable.byEmail())
        + ","
        + member("foundByWallet", findable.byWallet())
        + ","
        + member("foundByUsername", findable.byUsername())
        + ",\"requestsFrom\":\""
        + chosen.requestsFrom().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + "\"}";
  }

  private static String member(String name, Audience chosen) {
    return "\"" + name + "\":\"" + chosen.name().toLowerCase(Locale.ROOT) + "\"";
  }
}
