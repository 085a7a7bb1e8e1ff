package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateInviteLink;
import chat.parley.conversation.GroupFull;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.Invitation;
import chat.parley.conversation.InvitationOver;
import chat.parley.conversation.InviteLink;
import chat.parley.conversation.InviteLinkId;
import chat.parley.conversation.JoinedGroup;
import chat.parley.conversation.Membership;
import chat.parley.conversation.NewInviteLink;
import chat.parley.conversation.TooManyInviteLinks;
import chat.parley.conversation.entity.ConversationGroup;
import chat.parley.conversation.entity.Invite;
import chat.parley.journal.NewEntry;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.Secret;
import chat.parley.platform.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ways into a group other than being added, in the caller's transaction and behind the lock of
 * {@link GroupChanges}: the last place that a link has is given once.
 */
public final class InviteChanges {

  private final GroupChanges groups;
  private final GroupRecords records;
  private final InviteRecords invites;
  private final Journal journal;
  private final SecureRandom random;
  private final Clock clock;

  /** The procedures. */
  public InviteChanges(
      GroupChanges groups,
      GroupRecords records,
      InviteRecords invites,
      Journal journal,
      SecureRandom random,
      Clock clock) {
    this.groups = groups;
    this.records = records;
    this.invites = invites;
    this.journal = journal;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes a link.
   *
   * @throws TooManyInviteLinks when the group has many already, also such as are over
   */
  public NewInviteLink create(AccountId me, ConversationId id, CreateInviteLink wish) {
    GroupChanges.Held held = groups.hold(me, id);
    GroupChanges.require(
        GroupRules.mayInvite(held.role(), held.settings()),
        "Only the admins of this group make invite links.");
    if (invites.all(id, null).size() >= Limits.INVITE_LINKS) {
      throw new TooManyInviteLinks();
    }
    String token = Secrets.next(random);
    Invite invite = new Invite(id, me, wish, Secrets.hash(token), clock.instant());
    invites.insert(invite);
    return new NewInviteLink(invite.view(), new Secret(token));
  }

  /** The links that nobody revoked: all for those who manage the group, for others their own. */
  public List<InviteLink> list(AccountId me, ConversationId id) {
    Membership mine = groups.requireCurrent(me, id);
    boolean all = GroupRules.mayManage(mine.role());
    return invites.all(id, all ? null : me).stream().map(Invite::view).toList();
  }

  /** Ends a link. To repeat it does nothing. */
  public void revoke(AccountId me, ConversationId id, InviteLinkId link) {
    GroupChanges.Held held = groups.hold(me, id);
    Invite invite = invites.find(id, link).orElseThrow(NotFound::new);
    if (!invite.createdBy().equals(me) && !GroupRules.mayManage(held.role())) {
      throw new NotFound();
    }
    invite.revoke();
    records.flush();
  }

  /** What a token opens. */
  public Invitation look(AccountId me, Secret token) {
    Invite invite = invites.find(Secrets.hash(token.value())).orElseThrow(InvitationOver::new);
    ConversationId id = invite.conversation();
    ConversationGroup group = records.find(id).orElseThrow(InvitationOver::new);
    if (standing(me, id) == Invitation.Standing.STRANGER) {
      requireGood(invite, group);
      requireNotBanned(me, id);
    }
    return invitation(me, group);
  }

  private Invitation invitation(AccountId me, ConversationGroup group) {
    return new Invitation(
        group.id(),
        group.name(),
        group.description(),
        group.members(),
        group.settings().approval(),
        standing(me, group.id()));
  }

  private Invitation.Standing standing(AccountId me, ConversationId id) {
    if (records.membership(id, me).filter(Membership::isCurrent).isPresent()) {
      return Invitation.Standing.MEMBER;
    }
    return invites.isRequested(id, me)
        ? Invitation.Standing.REQUESTED
        : Invitation.Standing.STRANGER;
  }

  /** Joins by a token, or asks to. To repeat it does nothing, and uses up nothing. */
  public JoinedGroup join(AccountId me, Secret token) {
    byte[] hash = Secrets.hash(token.value());
    ConversationId id = invites.find(hash).orElseThrow(InvitationOver::new).conversation();
    ConversationGroup group = records.lock(id).orElseThrow(InvitationOver::new);
    Invite invite = invites.find(hash).orElseThrow(InvitationOver::new);
    Optional<JoinedGroup> reached = reached(me, id);
    if (reached.isPresent()) {
      return reached.get();
    }
    requireGood(invite, group);
    requireNotBanned(me, id);
    invite.use();
    return enter(me, group, "link");
  }

  /** What somebody has come to already who is in a group or waits for an admin's word. */
  Optional<JoinedGroup> reached(AccountId me, ConversationId id) {
    return switch (standing(me, id)) {
      case MEMBER -> Optional.of(new JoinedGroup(id, true));
      case REQUESTED -> Optional.of(new JoinedGroup(id, false));
      case STRANGER -> Optional.empty();
    };
  }

  /** Lets a stranger in to whom the group is open, behind its lock, or has him wait. */
  JoinedGroup enter(AccountId me, ConversationGroup group, String how) {
    ConversationId id = group.id();
    GroupChanges.Held held = new GroupChanges.Held(id, group, me, GroupRole.MEMBER);
    if (group.settings().approval()) {
      if (invites.countRequests(id) >= Limits.GROUP_MEMBERS) {
        throw GroupFull.ofWaiting();
      }
      invites.request(id, me, clock.instant());
      tellAdmins(id, new GroupEntries(id, me), null);
      return new JoinedGroup(id, false);
    }
    groups.seat(held, List.of(me), how);
    return new JoinedGroup(id, true);
  }

  /** A page of those who wait, for those who manage the group. */
  public Page<AccountId> requests(
      AccountId me, ConversationId id, @Nullable AccountId after, int limit) {
    GroupChanges.require(
        GroupRules.mayManage(groups.requireCurrent(me, id).role()),
        "Only the admins of this group see who asks to join.");
    List<AccountId> found = invites.requests(id, after, limit + 1);
    List<AccountId> items = found.stream().limit(limit).toList();
    return new Page<>(items, found.size() > limit ? items.get(items.size() - 1).toString() : null);
  }

  /**
   * Lets somebody in who waits, or does not.
   *
   * @throws NotFound also when he does not wait
   */
  public void decide(AccountId me, ConversationId id, AccountId target, boolean accepted) {
    GroupChanges.Held held = groups.hold(me, id);
    GroupChanges.require(
        GroupRules.mayManage(held.role()), "Only the admins of this group let people in.");
    if (!invites.isRequested(id, target)) {
      throw new NotFound();
    }
    if (accepted) {
      groups.seat(held, List.of(target), "request");
    } else {
      records.settle(id, List.of(target));
      tellAdmins(id, held.entries(), target);
    }
  }

  /**
   * Tells those who manage the group, on their own streams, that there is somebody to decide about,
   * or that it was decided not to let him in, which he is told too.
   */
  private void tellAdmins(ConversationId id, GroupEntries tell, @Nullable AccountId declined) {
    List<NewEntry> entries = new ArrayList<>();
    for (AccountId admin : records.admins(id)) {
      entries.add(declined == null ? tell.requested(admin) : tell.declined(admin, declined));
    }
    if (declined != null) {
      entries.add(tell.declined(declined, declined));
    }
    records.flush();
    journal.appendInTransaction(entries);
  }

  /** A link is good while its maker may still invite. */
  private void requireGood(Invite invite, ConversationGroup group) {
    boolean good =
        invite.isGood(clock.instant())
            && records
                .membership(invite.conversation(), invite.createdBy())
                .filter(Membership::isCurrent)
                .filter(maker -> GroupRules.mayInvite(maker.role(), group.settings()))
                .isPresent();
    if (!good) {
      throw new InvitationOver();
    }
  }

  private void requireNotBanned(AccountId me, ConversationId id) {
    if (!records.bannedAmong(id, List.of(me)).isEmpty()) {
      throw new Forbidden("You cannot join this group.");
    }
  }
}
