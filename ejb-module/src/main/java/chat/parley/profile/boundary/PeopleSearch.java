package chat.parley.profile.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.Page;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.Interest;
import chat.parley.profile.ProfileView;
import chat.parley.profile.control.Discovery;
import chat.parley.profile.control.DiscoveryLimits;
import chat.parley.profile.control.InterestTable;
import chat.parley.profile.control.Views;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds people who want to be found. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class PeopleSearch {

  @Inject private Discovery discovery;
  @Inject private InterestTable interests;
  @Inject private Views views;
  @Inject private DiscoveryLimits limits;

  /**
   * People, best first, without the one who asks and those who are not to be discovered; nobody is
   * found by what he does not show to everyone. A wish that names nothing finds people who share
   * the viewer's own interests.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most; a page has {@link Limits#DISCOVERY_PAGE} in any case
   * @throws InvalidInput when the cursor is not one of this wish
   * @throws chat.parley.platform.TooManyRequests when the viewer looks at too many people
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public Page<ProfileView> find(
      AccountId viewer, DiscoverPeople wish, @Nullable String after, int limit) {
    limits.look(viewer);
    int size = Math.min(limit, Limits.DISCOVERY_PAGE);
    Page<AccountId> found =
        wish.words() != null
            ? discovery.byWords(viewer, wish, after, size)
            : discovery.byInterests(viewer, interestsOf(viewer, wish), after, size);
    return new Page<>(views.of(viewer, found.items()), found.next());
  }

  /**
   * Counts a page of something else that the viewer looks at.
   *
   * @throws chat.parley.platform.TooManyRequests when the viewer looks at too many
   */
  public void countLook(AccountId viewer) {
    limits.look(viewer);
  }

  /**
   * Counts a step into something that the viewer has found.
   *
   * @throws chat.parley.platform.TooManyRequests when they are too many
   */
  public void countJoin(AccountId viewer) {
    limits.join(viewer);
  }

  private Collection<Integer> interestsOf(AccountId viewer, DiscoverPeople wish) {
    return !wish.interests().isEmpty()
        ? wish.interests()
        : interests.of(viewer, List.of(viewer)).getOrDefault(viewer, List.of()).stream()
            .map(Interest::id)
            .toList();
  }
}
