package chat.parley.profile.boundary;

import chat.parley.identity.boundary.Blocks;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import chat.parley.profile.Acquaintance;
import chat.parley.profile.Acquaintances;
import chat.parley.profile.OwnProfile;
import chat.parley.profile.Profile;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.ProfileShown;
import chat.parley.profile.ProfileView;
import chat.parley.profile.control.DiscoveryLimits;
import chat.parley.profile.control.ProfileTable;
import chat.parley.profile.control.Views;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people tell about themselves. Every method throws {@link chat.parley.platform.Unavailable}
 * when the database does not answer.
 */
@Stateless
public class Profiles {

  @Inject private ProfileTable profiles;
  @Inject private Acquaintances acquaintances;
  @Inject private Views views;
  @Inject private DiscoveryLimits limits;
  @EJB private Blocks blocks;
  @Inject private Event<ProfileShown> shown;
  @EJB private Blobs blobs;
  @Inject private Clock clock;

  /**
   * One's own profile.
   *
   * @throws NotFound when there is no such account
   */
  public OwnProfile own(AccountId owner) {
    ProfileTable.Told told = profiles.of(List.of(owner)).get(owner);
    if (told == null) {
      throw new NotFound();
    }
    return new OwnProfile(told.profile(), told.asked().profile());
  }

  /**
   * Changes one's own profile; from then on the person has been asked for it.
   *
   * @return the profile as it is now
   * @throws NotFound when there is no such account
   */
  public OwnProfile change(AccountId owner, ProfileChange change) {
    ProfileTable.Told before = profiles.lock(owner);
    if (before == null) {
      throw new NotFound();
    }
    Profile after = change.of(before.profile(), LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    profiles.write(owner, after, before.asked().forProfile());
    if (after.picture() != null
        && after.visibilities().picture() != before.profile().visibilities().picture()) {
      shown.fire(new ProfileShown(owner));
    }
    return new OwnProfile(after, true);
  }

  /**
   * Has another picture from now on, or none; the one before is given up.
   *
   * @param picture what was just taken in for the owner; null for none
   * @throws NotFound when there is no such account
   */
  public void depict(AccountId owner, @Nullable MediaId picture) {
    ProfileTable.Told before = profiles.lock(owner);
    if (before == null) {
      throw new NotFound();
    }
    MediaId old = before.profile().picture();
    if (picture == null && old == null) {
      return;
    }
    if (picture != null) {
      blobs.keep(MediaOwner.of(owner), picture);
    }
    if (old != null) {
      blobs.release(old);
    }
    profiles.write(owner, before.profile().depicted(picture), before.asked());
    shown.fire(new ProfileShown(owner));
  }

  /**
   * A person as the viewer may see him; who looks at himself sees what everyone sees.
   *
   * @throws NotFound when there is no such account, it is not to be discovered and the two have no
   *     conversation, or one of them blocks the other: the caller cannot tell which
   * @throws chat.parley.platform.TooManyRequests when the viewer looks at too many
   */
  public ProfileView view(AccountId viewer, AccountId person) {
    limits.look(viewer);
    ProfileTable.Told told = profiles.of(List.of(person)).get(person);
    Acquaintance acquaintance = acquaintances.of(viewer, List.of(person)).get(person);
    boolean isVisible =
        told != null
            && (told.discoverable() || acquaintance != null || viewer.equals(person))
            && !blocks.isApart(viewer, person);
    if (!isVisible) {
      throw new NotFound();
    }
    return views.of(viewer, List.of(person)).get(0);
  }

  /**
   * People whom the viewer has to do with, as he may see them, in the same order; without those who
   * are gone or blocked.
   */
  public List<ProfileView> views(AccountId viewer, List<AccountId> people) {
    Set<AccountId> apart = blocks.apart(viewer, people);
    return views.of(viewer, people.stream().filter(each -> !apart.contains(each)).toList());
  }
}
