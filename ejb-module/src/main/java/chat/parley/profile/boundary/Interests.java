package chat.parley.profile.boundary;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.profile.AddInterest;
import chat.parley.profile.AddedInterest;
import chat.parley.profile.Interest;
import chat.parley.profile.InterestCategory;
import chat.parley.profile.OwnInterests;
import chat.parley.profile.TooManyPendingInterests;
import chat.parley.profile.control.InterestTable;
import chat.parley.profile.control.ProfileTable;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people can be interested in, and who is in what. Every method throws {@link
 * chat.parley.platform.Unavailable} when the database does not answer.
 */
@Stateless
public class Interests {

  @Inject private InterestTable interests;
  @Inject private ProfileTable profiles;

  /** All interests that a person may choose, by category. */
  public List<InterestCategory> catalogue(AccountId viewer) {
    return interests.catalogue(viewer);
  }

  /**
   * Adds an interest, which only its maker sees until a moderator approves it. One that is there by
   * that name, in whatever case, is given instead.
   *
   * @throws InvalidInput when there is no such category
   * @throws TooManyPendingInterests when too many of this person's wait for moderation
   * @throws NotFound when there is no such account
   */
  public AddedInterest add(AccountId maker, AddInterest wish) {
    require(maker);
    Optional<Interest> there = interests.named(maker, wish.name());
    if (there.isPresent()) {
      return new AddedInterest(there.get(), false);
    }
    if (!interests.hasCategory(wish.category())) {
      throw new InvalidInput("/category", "There is no such category.");
    }
    if (interests.pending(maker) >= Limits.PENDING_INTERESTS) {
      throw new TooManyPendingInterests();
    }
    return interests.add(maker, wish);
  }

  /** The interests of a person, for himself. */
  public OwnInterests own(AccountId owner) {
    ProfileTable.Told told = profiles.of(List.of(owner)).get(owner);
    return new OwnInterests(
        interests.of(owner, List.of(owner)).getOrDefault(owner, List.of()),
        told != null && told.asked().interests());
  }

  /**
   * Chooses one's interests instead of those one had; from then on the person has been asked. What
   * he added, does not choose and nobody approved is taken back.
   *
   * @param chosen ids; none to have none
   * @throws InvalidInput when they are too many, or one of them is not there to choose
   * @throws NotFound when there is no such account
   */
  public OwnInterests choose(AccountId owner, List<Integer> chosen) {
    if (chosen.size() > Limits.INTERESTS) {
      throw new InvalidInput("/interests", "At most " + Limits.INTERESTS + " interests.");
    }
    ProfileTable.Told told = require(owner);
    Set<Integer> different = new HashSet<>(chosen);
    if (!interests.replace(owner, different)) {
      throw new InvalidInput("/interests", "One of them is not there to choose.");
    }
    if (!told.asked().interests()) {
      profiles.write(owner, told.profile(), told.asked().forInterests());
    }
    return new OwnInterests(
        interests.of(owner, List.of(owner)).getOrDefault(owner, List.of()), true);
  }

  private ProfileTable.Told require(AccountId owner) {
    ProfileTable.Told told = profiles.lock(owner);
    if (told == null) {
      throw new NotFound();
    }
    return told;
  }
}
