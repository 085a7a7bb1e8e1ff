package chat.parley.conversation.boundary;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupListing;
import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.ListedGroup;
import chat.parley.conversation.control.GroupChanges;
import chat.parley.conversation.control.GroupRecords;
import chat.parley.conversation.control.InviteChanges;
import chat.parley.conversation.control.InviteRecords;
import chat.parley.conversation.control.ListedGroups;
import chat.parley.conversation.control.Listings;
import chat.parley.journal.boundary.Journal;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.boundary.PeopleSearch;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups that everybody may find. Refusals as in {@link Groups}. */
@Stateless
public class GroupDirectory {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @EJB private Journal journal;
  @EJB private Blobs blobs;
  @EJB private PeopleSearch people;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  /**
   * Listed groups, without those that banned the viewer or belong to somebody with whom he has
   * nothing to do; counts like a page of people.
   *
   * @param wish words of names and descriptions, and interests; the newest groups without words
   * @param after the cursor of the page before; null for the first
   * @param limit how many at most; a page has {@link Limits#DISCOVERY_PAGE} in any case
   * @throws InvalidInput when the cursor is not one of this list
   * @throws chat.parley.platform.TooManyRequests when the viewer looks at too many
   */
  @TransactionAttribute(SUPPORTS)
  public Page<ListedGroup> find(
      AccountId viewer, DiscoverPeople wish, @Nullable String after, int limit) {
    people.countLook(viewer);
    return new ListedGroups(entities)
        .find(viewer, wish, after, Math.min(limit, Limits.DISCOVERY_PAGE));
  }

  /**
   * Joins a listed group, or asks to where an admin has to say so. To repeat it does nothing.
   *
   * @throws NotFound when the caller does not find such a group
   * @throws chat.parley.conversation.GroupFull when nobody else fits in, or too many wait
   * @throws chat.parley.platform.TooManyRequests when the caller joins too many
   */
  public JoinedGroup join(AccountId me, ConversationId group) {
    people.countJoin(me);
    return listings().join(me, group);
  }

  /** Whether a group is listed, for its members. */
  public GroupListing listing(AccountId me, ConversationId group) {
    return listings().get(me, group);
  }

  /**
   * Lets everybody find a group; its owners may.
   *
   * @param interests what it is about, at most {@link Limits#SEARCH_INTERESTS}
   * @throws InvalidInput when they are too many, or one of them is not everybody's
   */
  public GroupListing list(AccountId me, ConversationId group, List<Integer> interests) {
    return listings().list(me, group, interests);
  }

  /** Lets only those find a group who are led to it; its owners may. */
  public void unlist(AccountId me, ConversationId group) {
    listings().unlist(me, group);
  }

  private Listings listings() {
    GroupRecords records = new GroupRecords(entities);
    GroupChanges changes = new GroupChanges(records, journal, blobs, clock);
    return new Listings(
        changes,
        records,
        new InviteChanges(changes, records, new InviteRecords(entities), journal, random, clock),
        new ListedGroups(entities));
  }
}
