package chat.parley.web.rest.identity;

import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Page;
import chat.parley.web.rest.PageQuery;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of people. */
@Schema(name = "People", description = "A page of people, by user name.")
public record PeoplePage(
    List<PersonJson> items,
    @Schema(description = "Continues the list as 'after'; absent on the last page.")
        @Nullable String next) {

  private static final int SIZE = 20;

  public PeoplePage {
    items = List.copyOf(items);
  }

  /** A page of those whose user names begin so, as the query asks for it. */
  static PeoplePage find(
      Accounts accounts,
      AccountId viewer,
      @Nullable String username,
      @Nullable String limit,
      @Nullable String after) {
    if (username == null) {
      throw new InvalidInput("/username", "It is missing.");
    }
    Page<AccountView> page =
        accounts.search(viewer, username, PageQuery.cursor(after), PageQuery.limit(limit, SIZE));
    return new PeoplePage(page.items().stream().map(PersonJson::of).toList(), page.next());
  }
}
