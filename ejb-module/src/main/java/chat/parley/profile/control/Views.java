package chat.parley.profile.control;

import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.profile.Acquaintance;
import chat.parley.profile.Acquaintances;
import chat.parley.profile.AgeBand;
import chat.parley.profile.Interest;
import chat.parley.profile.Profile;
import chat.parley.profile.ProfileView;
import chat.parley.profile.Visibilities;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People as one viewer may see them: the one place that decides what is shown to whom. */
@Dependent
public class Views {

  private final ProfileTable profiles;
  private final InterestTable interests;
  private final Acquaintances acquaintances;
  private final Clock clock;

  /** Views of what these tables hold. */
  @Inject
  public Views(
      ProfileTable profiles, InterestTable interests, Acquaintances acquaintances, Clock clock) {
    this.profiles = profiles;
    this.interests = interests;
    this.acquaintances = acquaintances;
    this.clock = clock;
  }

  /** Those of these people who exist, in the same order. */
  public List<ProfileView> of(AccountId viewer, List<AccountId> people) {
    Map<AccountId, ProfileTable.Told> told = profiles.of(people);
    Map<AccountId, Acquaintance> known = acquaintances.of(viewer, people);
    Set<AccountId> all = new HashSet<>(people);
    all.add(viewer);
    Map<AccountId, List<Interest>> having = interests.of(viewer, all);
    Set<Interest> own = Set.copyOf(having.getOrDefault(viewer, List.of()));
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return people.stream()
        .map(told::get)
        .filter(Objects::nonNull)
        .map(
            each ->
                view(
                    each,
                    known.get(each.id()),
                    having.getOrDefault(each.id(), List.of()),
                    own,
                    today))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The pictures of those of these people who have one that the viewer may see; his own, too. */
  public Map<AccountId, MediaId> pictures(AccountId viewer, Collection<AccountId> people) {
    Map<AccountId, ProfileTable.Depicted> depicted = profiles.depicted(people);
    Map<AccountId, Acquaintance> known = acquaintances.of(viewer, depicted.keySet());
    Map<AccountId, MediaId> pictures = new HashMap<>();
    depicted.forEach(
        (person, each) -> {
          Acquaintance acquaintance = known.get(person);
          boolean isFound = each.discoverable() || acquaintance != null;
          if (person.equals(viewer)
              || (isFound && each.shown().includes(acquaintance == Acquaintance.CONTACT))) {
            pictures.put(person, each.picture());
          }
        });
    return pictures;
  }

  private static ProfileView view(
      ProfileTable.Told told,
      @Nullable Acquaintance acquaintance,
      List<Interest> having,
      Set<Interest> own,
      LocalDate today) {
    Profile profile = told.profile();
    Visibilities shown = profile.visibilities();
    boolean contact = acquaintance == Acquaintance.CONTACT;
    LocalDate birth = shown.birthDate().includes(contact) ? profile.birthDate() : null;
    // What waits for moderation is nobody else's, and in this view its maker is one of the others.
    List<Interest> visible =
        shown.interests().includes(contact)
            ? having.stream().filter(each -> !each.pending()).toList()
            : List.of();
    boolean isNamed = shown.displayName().includes(contact) && !profile.displayName().isEmpty();
    return new ProfileView(
        told.id(),
        told.username(),
        isNamed ? profile.displayName() : null,
        shown.about().includes(contact) ? profile.about() : "",
        birth == null ? null : AgeBand.of(birth, today).orElse(null),
        shown.gender().includes(contact) ? profile.gender() : "",
        shown.links().includes(contact) ? profile.links() : List.of(),
        visible,
        visible.stream().filter(own::contains).toList(),
        shown.picture().includes(contact) ? profile.picture() : null,
        contact || acquaintance == Acquaintance.CONVERSATION);
  }
}
