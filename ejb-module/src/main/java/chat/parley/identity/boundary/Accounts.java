package chat.parley.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import chat.parley.identity.AccountDeleted;
import chat.parley.identity.AccountSettings;
import chat.parley.identity.AccountView;
import chat.parley.identity.Audience;
import chat.parley.identity.Username;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.AccountSettingTable;
import chat.parley.identity.control.BlockTable;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.entity.Account;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Look people up. */
@Stateless
public class Accounts {

  /** No user name is as long as an id, so that one word cannot be both. */
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  @Inject private AccountRecords accounts;
  @Inject private DoorLimits doors;
  @Inject private BlockTable blocks;
  @Inject private AccountSettingTable settings;

  /**
   * An account as its owner sees it.
   *
   * @throws NotFound when there is no such account
   */
  public AccountView own(AccountId id) {
    return accounts.find(id).map(accounts::own).orElseThrow(NotFound::new);
  }

  /**
   * An account as others see it: one that is not active yet is none.
   *
   * @throws NotFound when there is no such account
   */
  public AccountView find(AccountId id) {
    return accounts
        .find(id)
        .filter(Account::isActive)
        .map(Accounts::asOthersSeeIt)
        .orElseThrow(NotFound::new);
  }

  /**
   * The account with this user name or id, as others see it.
   *
   * @param nameOrId a user name, in any case, or the id of an account
   * @throws NotFound for every other text
   */
  public AccountView named(String nameOrId) {
    return findNamed(nameOrId).map(Accounts::asOthersSeeIt).orElseThrow(NotFound::new);
  }

  /**
   * The same for somebody who looks for people: who is blocked is answered like nobody.
   *
   * @throws chat.parley.platform.TooManyRequests when the viewer searches too often
   */
  public AccountView lookUp(AccountId viewer, String nameOrId) {
    AccountView found = lookUpAnybody(viewer, nameOrId);
    if (!blocks.apart(viewer, List.of(found.id())).isEmpty()) {
      throw new NotFound();
    }
    return found;
  }

  /**
   * The same for somebody who does not look for a person but names one whom he knows, blocked or
   * not.
   *
   * @throws chat.parley.platform.TooManyRequests when the viewer searches too often
   */
  public AccountView lookUpAnybody(AccountId viewer, String nameOrId) {
    doors.search(viewer);
    return named(nameOrId);
  }

  /**
   * As {@link #lookUp(AccountId, String)}, without those who do not let themselves be found by
   * their user names.
   *
   * @throws AccountDeleted when it is the id of an account that was deleted: whoever knows it has
   *     met the person
   */
  public AccountView lookUpFindable(AccountId viewer, String nameOrId) {
    if (isDeleted(nameOrId)) {
      doors.search(viewer);
      throw new AccountDeleted();
    }
    AccountView found = lookUp(viewer, nameOrId);
    boolean isById = ID.matcher(nameOrId).matches() || found.id().equals(viewer);
    AccountSettings chosen =
        settings.of(List.of(found.id())).getOrDefault(found.id(), AccountSettings.DEFAULT);
    if (!isById && chosen.findable().byUsername() == Audience.NOBODY) {
      throw new NotFound();
    }
    return found;
  }

  private boolean isDeleted(String nameOrId) {
    return ID.matcher(nameOrId).matches()
        && accounts.isDeleted(new AccountId(UUID.fromString(nameOrId)));
  }

  /**
   * Keeps these accounts from being deleted until the end of the caller's transaction: for what is
   * written in the names of several, of whom only one is signed in.
   *
   * @return false when one of them is no more, or not active yet
   */
  @TransactionAttribute(MANDATORY)
  public boolean hold(Collection<AccountId> ids) {
    return accounts.hold(ids) == Set.copyOf(ids).size();
  }

  /**
   * The accounts that exist among these people, by the words they were asked for with, without
   * those who are blocked; counts as one search.
   *
   * @param namesOrIds at most {@link Limits#NAMES_AT_ONCE}, each as in {@link #named}
   * @throws InvalidInput when they are too many
   * @throws chat.parley.platform.TooManyRequests when the viewer searches too often
   */
  public Map<String, AccountView> lookUp(AccountId viewer, Collection<String> namesOrIds) {
    if (namesOrIds.size() > Limits.NAMES_AT_ONCE) {
      throw new InvalidInput("/members", "At most " + Limits.NAMES_AT_ONCE + " people at once.");
    }
    doors.search(viewer);
    Map<String, AccountView> found = new HashMap<>();
    for (String nameOrId : namesOrIds) {
      findNamed(nameOrId).ifPresent(account -> found.put(nameOrId, asOthersSeeIt(account)));
    }
    Set<AccountId> apart =
        found.isEmpty()
            ? Set.of()
            : blocks.apart(viewer, found.values().stream().map(AccountView::id).toList());
    found.values().removeIf(account -> apart.contains(account.id()));
    return found;
  }

  /** The accounts that exist among these, as others see them. */
  public Map<AccountId, AccountView> views(Collection<AccountId> ids) {
    return accounts.all(ids).stream()
        .map(Accounts::asOthersSeeIt)
        .collect(Collectors.toMap(AccountView::id, Function.identity()));
  }

  /**
   * The people whose user names begin so, by name, without the one who asks and those who are
   * blocked.
   *
   * @param prefix 1 to 32 characters of a user name, in any case
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most, 1 or more
   * @throws InvalidInput when no user name can begin so, or the cursor is not one of ours
   * @throws chat.parley.platform.TooManyRequests when the viewer searches too often
   */
  public Page<AccountView> search(
      AccountId viewer, String prefix, @Nullable String after, int limit) {
    doors.search(viewer);
    String lower = prefix.toLowerCase(Locale.ROOT);
    if (!PREFIX.matcher(lower).matches()) {
      throw new InvalidInput(
          "/username", "1 to 32 characters of a user name, beginning with a letter.");
    }
    List<Account> found =
        accounts.beginningWith(lower, after == null ? "" : lastName(after), viewer, limit + 1);
    List<AccountView> items = found.stream().limit(limit).map(Accounts::asOthersSeeIt).toList();
    boolean more = found.size() > limit;
    return new Page<>(items, more ? cursor(items.get(items.size() - 1).username()) : null);
  }

  private Optional<Account> findNamed(String nameOrId) {
    return findHeld(nameOrId).filter(Account::isActive);
  }

  private Optional<Account> findHeld(String nameOrId) {
    if (ID.matcher(nameOrId).matches()) {
      return accounts.find(new AccountId(UUID.fromString(nameOrId)));
    }
    try {
      return accounts.find(new Username(nameOrId));
    } catch (InvalidInput noName) {
      return Optional.empty();
    }
  }

  private static AccountView asOthersSeeIt(Account account) {
    return new AccountView(account.id(), account.username(), List.of());
  }

  private static String cursor(String name) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(name.getBytes(StandardCharsets.US_ASCII));
  }

  private static String lastName(String cursor) {
    try {
      String name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return new Username(name).value();
    } catch (IllegalArgumentException | InvalidInput e) {
      throw new InvalidInput("/after", "Not a cursor of this list.");
    }
  }
}
