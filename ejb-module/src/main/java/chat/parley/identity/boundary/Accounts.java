package chat.parley.identity.boundary;

import chat.parley.identity.AccountView;
import chat.parley.identity.Username;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.entity.Account;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Look people up. */
@Stateless
public class Accounts {

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  @Inject private AccountRecords accounts;

  /**
   * An account as its owner sees it.
   *
   * @throws NotFound when there is no such account
   */
  public AccountView own(AccountId id) {
    return accounts.find(id).map(accounts::own).orElseThrow(NotFound::new);
  }

  /**
   * An account as others see it.
   *
   * @throws NotFound when there is no such account
   */
  public AccountView find(AccountId id) {
    return accounts.find(id).map(Accounts::asOthersSeeIt).orElseThrow(NotFound::new);
  }

  /** The accounts that exist among these, as others see them. */
  public Map<AccountId, AccountView> views(Collection<AccountId> ids) {
    return accounts.all(ids).stream()
        .map(Accounts::asOthersSeeIt)
        .collect(Collectors.toMap(AccountView::id, Function.identity()));
  }

  /**
   * The people whose user names begin so, by name, without the one who asks.
   *
   * @param prefix 1 to 32 characters of a user name, in any case
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most, 1 or more
   * @throws InvalidInput when no user name can begin so, or the cursor is not one of ours
   */
  public Page<AccountView> search(
      AccountId viewer, String prefix, @Nullable String after, int limit) {
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
