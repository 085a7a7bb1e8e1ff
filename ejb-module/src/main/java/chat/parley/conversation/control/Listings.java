package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupListing;
import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.entity.ConversationGroup;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups that everybody may find, and the way in, in the caller's transaction. */
public final class Listings {

  private final GroupChanges groups;
  private final GroupRecords records;
  private final InviteChanges invites;
  private final ListedGroups listed;

  /** The procedures. */
  public Listings(
      GroupChanges groups, GroupRecords records, InviteChanges invites, ListedGroups listed) {
    this.groups = groups;
    this.records = records;
    this.invites = invites;
    this.listed = listed;
  }

  /** For those who are in the group. */
  public GroupListing get(AccountId me, ConversationId id) {
    groups.requireCurrent(me, id);
    ConversationGroup group = records.find(id).orElseThrow(NotFound::new);
    return group.isListed() ? of(id) : GroupListing.NONE;
  }

  /** Lists a group, or changes what it is about. */
  public GroupListing list(AccountId me, ConversationId id, List<Integer> interests) {
    Set<Integer> about = new HashSet<>(interests);
    if (about.size() > Limits.SEARCH_INTERESTS) {
      throw new InvalidInput("/interests", "At most " + Limits.SEARCH_INTERESTS + " interests.");
    }
    GroupChanges.Held held = hold(me, id);
    held.group().list();
    records.flush();
    if (!listed.describe(id, about)) {
      throw new InvalidInput("/interests", "One of them is not there to choose.");
    }
    return of(id);
  }

  /** Takes a group off the list. To repeat it does nothing. */
  public void unlist(AccountId me, ConversationId id) {
    hold(me, id).group().unlist();
    listed.describe(id, List.of());
    records.flush();
  }

  /**
   * Joins a group that this person finds, or asks to. To repeat it does nothing.
   *
   * @throws NotFound when this person does not find it
   */
  public JoinedGroup join(AccountId me, ConversationId id) {
    Optional<JoinedGroup> reached = invites.reached(me, id);
    if (reached.isPresent()) {
      return reached.get();
    }
    // Strangers are turned away before they hold the group up.
    requireOpen(me, id);
    ConversationGroup group = records.lock(id).orElseThrow(NotFound::new);
    return invites
        .reached(me, id)
        .orElseGet(
            () -> {
              requireOpen(me, id);
              return invites.enter(me, group, "listing");
            });
  }

  private void requireOpen(AccountId me, ConversationId id) {
    if (!listed.isOpen(me, id)) {
      throw new NotFound();
    }
  }

  private GroupChanges.Held hold(AccountId me, ConversationId id) {
    GroupChanges.Held held = groups.hold(me, id);
    GroupChanges.require(
        GroupRules.mayList(held.role()), "Only an owner says whether everybody finds a group.");
    return held;
  }

  private GroupListing of(ConversationId id) {
    return new GroupListing(true, listed.interests(List.of(id)).getOrDefault(id, List.of()));
  }
}
