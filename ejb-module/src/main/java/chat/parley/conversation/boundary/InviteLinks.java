package chat.parley.conversation.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateInviteLink;
import chat.parley.conversation.Invitation;
import chat.parley.conversation.InvitationOver;
import chat.parley.conversation.InviteLink;
import chat.parley.conversation.InviteLinkId;
import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.NewInviteLink;
import chat.parley.conversation.control.GroupChanges;
import chat.parley.conversation.control.GroupRecords;
import chat.parley.conversation.control.InviteChanges;
import chat.parley.conversation.control.InviteRecords;
import chat.parley.identity.AccountView;
import chat.parley.identity.boundary.Accounts;
import chat.parley.journal.boundary.Journal;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.Secret;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ways into a group: links, and the word of an admin where the group asks for it. Refusals as in
 * {@link Groups}.
 */
@Stateless
public class InviteLinks {

  @PersistenceContext(unitName = "parley")
  private EntityManager entities;

  @EJB private Accounts accounts;
  @EJB private Journal journal;
  @EJB private Blobs blobs;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  /**
   * Makes a link, which is good while its maker may invite people.
   *
   * @throws chat.parley.conversation.TooManyInviteLinks when the group has many already
   */
  public NewInviteLink create(AccountId me, ConversationId group, CreateInviteLink wish) {
    return changes().create(me, group, wish);
  }

  /** The links that nobody revoked, newest first: all for admins, for others their own. */
  public List<InviteLink> list(AccountId me, ConversationId group) {
    return changes().list(me, group);
  }

  /**
   * Ends a link; its maker and admins may.
   *
   * @throws NotFound also when there is no such link, or it is somebody else's
   */
  public void revoke(AccountId me, ConversationId group, InviteLinkId link) {
    changes().revoke(me, group, link);
  }

  /**
   * What one would join.
   *
   * @throws InvitationOver when the token opens nothing
   * @throws Forbidden when the caller is banned
   */
  public Invitation look(AccountId me, Secret token) {
    return changes().look(me, token);
  }

  /**
   * Joins, or asks to join where an admin has to say so. To repeat it does nothing.
   *
   * @throws InvitationOver when the token opens nothing
   * @throws Forbidden when the caller is banned
   * @throws chat.parley.conversation.GroupFull when nobody else fits in, or too many wait
   */
  public JoinedGroup join(AccountId me, Secret token) {
    if (!accounts.hold(List.of(me))) {
      throw new NotFound();
    }
    return changes().join(me, token);
  }

  /**
   * Who waits to be let in, for admins.
   *
   * @param after the cursor of the page before; null for the first
   * @param limit 1 to 200
   */
  public Page<AccountView> requests(
      AccountId me, ConversationId group, @Nullable String after, int limit) {
    Page<AccountId> page = changes().requests(me, group, Cursors.account(after), limit);
    Map<AccountId, AccountView> people = accounts.views(page.items());
    return new Page<>(
        page.items().stream().map(people::get).filter(Objects::nonNull).toList(), page.next());
  }

  /**
   * Lets somebody in who waits, or not; admins may.
   *
   * @throws NotFound also when he does not wait
   */
  public void decide(AccountId me, ConversationId group, AccountId target, boolean accepted) {
    if (!accounts.hold(List.of(target))) {
      throw new NotFound();
    }
    changes().decide(me, group, target, accepted);
  }

  private InviteChanges changes() {
    GroupRecords records = new GroupRecords(entities);
    return new InviteChanges(
        new GroupChanges(records, journal, blobs, clock),
        records,
        new InviteRecords(entities),
        journal,
        random,
        clock);
  }
}
