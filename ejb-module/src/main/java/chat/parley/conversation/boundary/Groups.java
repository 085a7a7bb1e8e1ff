package chat.parley.conversation.boundary;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.ConversationView;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupView;
import chat.parley.conversation.NoSuchAccount;
import chat.parley.conversation.OpenedConversation;
import chat.parley.conversation.control.ConversationRecords;
import chat.parley.conversation.control.GroupChanges;
import chat.parley.conversation.control.GroupPictures;
import chat.parley.conversation.control.GroupRecords;
import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.identity.boundary.Blocks;
import chat.parley.journal.boundary.Journal;
import chat.parley.media.Blob;
import chat.parley.media.MediaId;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Create groups, change them, and say who belongs to them. Every command is told in the group's
 * stream by the transaction that does it, and repeating one changes nothing.
 *
 * <p>Every method but {@link #create} throws {@link NotFound} when the caller is not a member, or
 * there is no such group: the caller cannot tell which; and {@link Forbidden} when his role does
 * not allow it, or the conversation is no group.
 */
@Stateless
public class Groups {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @EJB private Accounts accounts;
  @EJB private Blocks blocks;
  @EJB private Journal journal;
  @EJB private Blobs blobs;
  @Inject private Clock clock;

  /**
   * Creates a group, whose owner is the caller.
   *
   * @throws NoSuchAccount when somebody in it does not exist
   */
  public OpenedConversation create(AccountId me, CreateGroup wish) {
    requireAccounts(me, "/members/", wish.members());
    LinkedHashSet<AccountId> others = new LinkedHashSet<>(wish.members());
    others.remove(me);
    GroupChanges.Made made = changes().create(me, wish, List.copyOf(others));
    return new OpenedConversation(
        new ConversationRecords(entities).find(made.id(), me).orElseThrow(NotFound::new),
        made.created());
  }

  /** Changes name, description and rules. */
  public void change(AccountId me, ConversationId group, ChangeGroup wish) {
    changes().change(me, group, wish);
  }

  /**
   * Gives the group a picture, or takes it away.
   *
   * @param picture what was just taken in for the group; null for none
   */
  public void depict(AccountId me, ConversationId group, @Nullable MediaId picture) {
    changes().depict(me, group, picture, new GroupPictures(entities));
  }

  /** Asks whether the caller may change the picture, before one is taken in. */
  public void requireMayDepict(AccountId me, ConversationId group) {
    changes().requireMayDepict(me, group);
  }

  /**
   * The name of a group's picture, for its members.
   *
   * @throws NotFound also when it has none
   */
  public MediaId picture(AccountId me, ConversationId group) {
    UUID name =
        new ConversationRecords(entities)
            .find(group, me)
            .map(ConversationView::group)
            .map(GroupView::picture)
            .orElseThrow(NotFound::new);
    return new MediaId(name);
  }

  /** A group's picture, if it lies in the database. */
  public Optional<Blob> storedPicture(ConversationId group, MediaId picture) {
    return new GroupPictures(entities).find(group, picture);
  }

  /** Ends the group for everybody. */
  public void delete(AccountId me, ConversationId group) {
    changes().delete(me, group);
  }

  /**
   * Adds people.
   *
   * @param people 1 to {@link Limits#GROUP_MEMBERS_AT_ONCE}
   * @return those who were not members before
   * @throws NoSuchAccount when one of them does not exist
   * @throws InvalidInput when one of them is banned, or they are too many
   * @throws chat.parley.conversation.GroupFull when the group would be too large
   */
  public List<AccountId> add(AccountId me, ConversationId group, List<AccountId> people) {
    if (people.isEmpty() || people.size() > Limits.GROUP_MEMBERS_AT_ONCE) {
      throw new InvalidInput(
          "/accounts", "1 to " + Limits.GROUP_MEMBERS_AT_ONCE + " people at once.");
    }
    requireAccounts(me, "/accounts/", people);
    return changes().add(me, group, List.copyOf(new LinkedHashSet<>(people)));
  }

  /**
   * Removes a member; oneself, to leave.
   *
   * @throws chat.parley.conversation.LastOwner when the only owner would leave others behind
   */
  public void remove(AccountId me, ConversationId group, AccountId target) {
    if (target.equals(me)) {
      changes().leave(me, group);
    } else {
      changes().remove(me, group, target);
    }
  }

  /**
   * Gives a member another role.
   *
   * @throws NotFound also when he is no member
   * @throws chat.parley.conversation.LastOwner when no owner would remain
   */
  public void setRole(AccountId me, ConversationId group, AccountId target, GroupRole role) {
    changes().setRole(me, group, target, role);
  }

  /**
   * Keeps somebody out, who is removed if he is a member.
   *
   * @throws NotFound also when there is no such account
   */
  public void ban(AccountId me, ConversationId group, AccountId target) {
    accounts.find(target);
    changes().ban(me, group, target);
  }

  /** Lets somebody in again. */
  public void unban(AccountId me, ConversationId group, AccountId target) {
    changes().unban(me, group, target);
  }

  /**
   * Who is kept out, for those who manage the group.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   */
  public Page<AccountView> banned(
      AccountId me, ConversationId group, @Nullable String after, int limit) {
    Page<AccountId> page = changes().banned(me, group, Cursors.account(after), limit);
    Map<AccountId, AccountView> people = accounts.views(page.items());
    return new Page<>(
        page.items().stream().map(people::get).filter(Objects::nonNull).toList(), page.next());
  }

  /** Who blocks the caller, or is blocked, is for him nobody. */
  private void requireAccounts(AccountId me, String pointer, List<AccountId> people) {
    if (!accounts.hold(List.of(me))) {
      throw new NotFound();
    }
    // Who was deleted by now is not among those who are looked up next.
    accounts.hold(people);
    Map<AccountId, AccountView> known = accounts.views(people);
    Set<AccountId> apart = blocks.apart(me, people);
    for (int i = 0; i < people.size(); i++) {
      if (!known.containsKey(people.get(i)) || apart.contains(people.get(i))) {
        throw new NoSuchAccount(pointer + i);
      }
    }
  }

  private GroupChanges changes() {
    return new GroupChanges(new GroupRecords(entities), journal, blobs, clock);
  }
}
