package chat.parley.conversation.control;

import chat.parley.conversation.ChangeGroup;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.LastOwner;
import chat.parley.conversation.Membership;
import chat.parley.conversation.entity.ConversationGroup;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.media.boundary.Blobs;
import chat.parley.platform.AccountId;
import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.JsonText;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens to a group, in the caller's transaction.
 *
 * <p>Each change first locks the group's row, so that changes of one group take turns on all
 * instances and every rule is asked of what is true then. It then locks the counters of the streams
 * it tells, which gives the seq at which it takes effect, writes the rows, and appends the entries.
 * The guard of messages reads the rows behind the same counter: nothing comes between.
 */
public final class GroupChanges {

  private static final long FIRST_SEQ = 1;

  private final GroupRecords records;
  private final Journal journal;
  private final Blobs blobs;
  private final Clock clock;

  /** The procedures. */
  public GroupChanges(GroupRecords records, Journal journal, Blobs blobs, Clock clock) {
    this.records = records;
    this.journal = journal;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** A locked group and the one who changes it. */
  record Held(ConversationId id, ConversationGroup group, AccountId me, GroupRole role) {

    GroupSettings settings() {
      return group.settings();
    }

    GroupEntries entries() {
      return new GroupEntries(id, me);
    }

    StreamId stream() {
      return StreamId.conversation(id.value());
    }
  }

  /** Which group, and whether it was made now. */
  public record Made(ConversationId id, boolean created) {}

  /**
   * Creates a group, or finds the one that the same key made.
   *
   * @param others existing accounts, without the creator
   */
  public Made create(AccountId me, CreateGroup wish, List<AccountId> others) {
    ConversationId id = ConversationId.next();
    if (!records.insert(id, wish, me, others, clock.instant())) {
      return new Made(
          records.made(me, Objects.requireNonNull(wish.key())).orElseThrow(NotFound::new), false);
    }
    // Also where messages are encrypted end to end: names and members are sealed at rest.
    journal.open(StreamId.conversation(id.value()), true);
    GroupEntries tell = new GroupEntries(id, me);
    List<NewEntry> entries = new ArrayList<>();
    entries.add(tell.created(wish, others));
    entries.add(tell.opened(me, FIRST_SEQ));
    others.forEach(other -> entries.add(tell.opened(other, FIRST_SEQ)));
    journal.appendInTransaction(entries);
    return new Made(id, true);
  }

  /** Changes name, description and rules; what stays the same is not told. */
  public void change(AccountId me, ConversationId id, ChangeGroup wish) {
    Held held = hold(me, id);
    ConversationGroup group = held.group();
    Map<String, String> changes = new TreeMap<>();
    if (wish.name() != null || wish.description() != null) {
      require(
          GroupRules.mayEdit(held.role(), held.settings()),
          "Only the admins of this group change its name and description.");
      if (wish.name() != null && !wish.name().equals(group.name())) {
        group.rename(wish.name());
        changes.put("name", JsonText.quote(wish.name()));
      }
      if (wish.description() != null && !wish.description().equals(group.description())) {
        group.describe(wish.description());
        changes.put("description", JsonText.quote(wish.description()));
      }
    }
    if (wish.settings() != null) {
      require(GroupRules.mayManage(held.role()), "Only the admins of this group change its rules.");
      GroupSettings before = group.settings();
      GroupSettings after = wish.settings().applyTo(before);
      if (!after.equals(before)) {
        group.set(after);
        changes.put("settings", GroupEntries.json(GroupEntries.changes(before, after)));
      }
    }
    if (!changes.isEmpty()) {
      tell(held.entries().changed(changes));
    }
  }

  /**
   * Gives the group a picture, or takes it away.
   *
   * @param picture what was just taken in for the group; null for none
   * @param pictures where the one before may lie
   */
  public void depict(
      AccountId me, ConversationId id, @Nullable MediaId picture, GroupPictures pictures) {
    Held held = holdToDepict(me, id);
    if (picture == null && !held.group().hasPicture()) {
      return;
    }
    pictures.remove(id);
    blobs.releaseOf(owner(id));
    if (picture == null) {
      held.group().depict(null);
      tell(held.entries().changed(Map.of("picture", "null")));
      return;
    }
    blobs.keep(owner(id), picture);
    held.group().depict(picture.value());
    tell(held.entries().changed(Map.of("picture", JsonText.quote(picture.toString()))));
  }

  /** Asks whether somebody may change the picture, before anything is done with one. */
  public void requireMayDepict(AccountId me, ConversationId id) {
    holdToDepict(me, id);
  }

  private Held holdToDepict(AccountId me, ConversationId id) {
    Held held = hold(me, id);
    require(
        GroupRules.mayEdit(held.role(), held.settings()),
        "Only the admins of this group change its picture.");
    return held;
  }

  /** Whose the picture of a group is. */
  public static MediaOwner owner(ConversationId id) {
    return new MediaOwner(id.value());
  }

  /** What is left of a group that is no more. */
  private void clear(ConversationId id) {
    records.clear(id);
    blobs.releaseOf(owner(id));
  }

  /**
   * Adds people; those who are members already stay what they are.
   *
   * @param people existing accounts, each once, in the order of the request
   * @return those who were not members before
   */
  public List<AccountId> add(AccountId me, ConversationId id, List<AccountId> people) {
    Held held = hold(me, id);
    require(
        GroupRules.mayInvite(held.role(), held.settings()),
        "Only the admins of this group add people.");
    Set<AccountId> members = records.membersAmong(id, people);
    List<AccountId> fresh = people.stream().filter(person -> !members.contains(person)).toList();
    if (fresh.isEmpty()) {
      return fresh;
    }
    Set<AccountId> banned = records.bannedAmong(id, fresh);
    for (int i = 0; i < people.size(); i++) {
      if (banned.contains(people.get(i))) {
        throw new InvalidInput(
            "/accounts/" + i, "This person is banned from the group: lift the ban first.");
      }
    }
    seat(held, fresh, "added");
    return fresh;
  }

  /** Makes people members who are none, and tells it. */
  void seat(Held held, List<AccountId> people, String how) {
    held.group().grow(people.size());
    records.flush();
    GroupEntries tell = held.entries();
    long seq = lockStreams(held, people);
    Map<AccountId, Long> joined = new LinkedHashMap<>();
    List<NewEntry> entries = new ArrayList<>();
    for (AccountId person : people) {
      joined.put(person, ++seq);
      entries.add(tell.joined(person, how));
    }
    records.seat(held.id(), joined, null);
    records.settle(held.id(), people);
    joined.forEach((person, joinedSeq) -> entries.add(tell.opened(person, joinedSeq)));
    journal.appendInTransaction(entries);
  }

  /** Leaves; the last to leave takes the group with him. To repeat it does nothing. */
  public void leave(AccountId me, ConversationId id) {
    Membership seen = records.membership(id, me).orElseThrow(NotFound::new);
    if (!seen.isCurrent()) {
      return;
    }
    ConversationGroup group = lock(id);
    Membership mine = records.membership(id, me).orElseThrow(NotFound::new);
    if (!mine.isCurrent()) {
      return;
    }
    Held held = new Held(id, group, me, mine.role());
    boolean last = held.group().members() == 1;
    if (!last && held.role() == GroupRole.OWNER && records.owners(id) == 1) {
      throw new LastOwner();
    }
    long seq = 1 + lockStreams(held, List.of(me));
    List<NewEntry> entries = new ArrayList<>();
    entries.add(held.entries().left(me));
    if (last) {
      entries.add(held.entries().deleted());
      held.group().delete(seq + 1);
      clear(id);
    } else {
      held.group().shrink();
    }
    entries.add(held.entries().closed(me, seq));
    records.unseat(id, List.of(me), seq, held.group().name());
    records.flush();
    journal.appendInTransaction(entries);
  }

  /**
   * Leaves because the account is no more: whoever is the only owner leaves the group to its {@link
   * GroupRecords#heir heir}. The last to leave takes the group with him.
   */
  public void vanish(AccountId me, ConversationId id) {
    ConversationGroup group = lock(id);
    Membership mine = records.membership(id, me).filter(Membership::isCurrent).orElse(null);
    if (mine == null) {
      return;
    }
    Held held = new Held(id, group, me, mine.role());
    List<NewEntry> entries = new ArrayList<>();
    if (mine.role() == GroupRole.OWNER && records.owners(id) == 1) {
      records
          .heir(id, me)
          .ifPresent(
              heir -> {
                records.setRole(id, heir, GroupRole.OWNER);
                entries.add(held.entries().role(heir, GroupRole.OWNER));
              });
    }
    long seq = lockStreams(held, List.of()) + entries.size() + 1;
    entries.add(held.entries().vanished(me));
    if (group.members() == 1) {
      entries.add(held.entries().deleted());
      group.delete(seq + 1);
      clear(id);
    } else {
      group.shrink();
    }
    records.unseat(id, List.of(me), seq, group.name());
    records.flush();
    journal.appendInTransaction(entries);
  }

  /** Removes a member; whoever is none stays none. */
  public void remove(AccountId me, ConversationId id, AccountId target) {
    Held held = hold(me, id);
    Membership member = records.membership(id, target).orElse(null);
    if (member == null || !member.isCurrent()) {
      require(GroupRules.mayManage(held.role()), "Only the admins of this group remove people.");
      return;
    }
    requireMayRemove(held, member);
    unseat(held, target, held.entries().removed(target, false));
  }

  /** Bans somebody, who is removed if he is a member. To repeat it does nothing. */
  public void ban(AccountId me, ConversationId id, AccountId target) {
    Held held = hold(me, id);
    if (target.equals(me)) {
      throw new InvalidInput("/account", "You cannot ban yourself.");
    }
    require(GroupRules.mayManage(held.role()), "Only the admins of this group ban people.");
    records.settle(id, List.of(target));
    Membership member = records.membership(id, target).orElse(null);
    if (member != null && member.isCurrent()) {
      requireMayRemove(held, member);
      records.ban(id, target, me, clock.instant());
      unseat(held, target, held.entries().removed(target, true));
    } else if (records.ban(id, target, me, clock.instant())) {
      tell(held.entries().removed(target, true));
    }
  }

  /** Lifts a ban; whoever is not banned stays so. */
  public void unban(AccountId me, ConversationId id, AccountId target) {
    Held held = hold(me, id);
    require(GroupRules.mayManage(held.role()), "Only the admins of this group lift bans.");
    if (records.unban(id, target)) {
      tell(held.entries().unbanned(target));
    }
  }

  /** A page of those who are banned, for those who manage the group. */
  public Page<AccountId> banned(
      AccountId me, ConversationId id, @Nullable AccountId after, int limit) {
    Membership mine = requireCurrent(me, id);
    require(GroupRules.mayManage(mine.role()), "Only the admins of this group see who is banned.");
    List<AccountId> found = records.banned(id, after, limit + 1);
    List<AccountId> items = found.stream().limit(limit).toList();
    return new Page<>(items, found.size() > limit ? items.get(items.size() - 1).toString() : null);
  }

  /** Gives a member another role. */
  public void setRole(AccountId me, ConversationId id, AccountId target, GroupRole role) {
    Held held = hold(me, id);
    Membership member =
        records.membership(id, target).filter(Membership::isCurrent).orElseThrow(NotFound::new);
    require(
        GroupRules.mayGive(held.role(), member.role(), role),
        "Admins name admins; only owners name owners, or take that from one.");
    if (member.role() == role) {
      return;
    }
    if (member.role() == GroupRole.OWNER && records.owners(id) == 1) {
      throw new LastOwner();
    }
    records.setRole(id, target, role);
    tell(held.entries().role(target, role));
  }

  /** Ends the group for everybody. */
  public void delete(AccountId me, ConversationId id) {
    Held held = hold(me, id);
    require(GroupRules.mayDelete(held.role()), "Only an owner deletes a group.");
    Set<AccountId> members = records.members(id);
    long seq = 1 + lockStreams(held, members);
    GroupEntries tell = held.entries();
    List<NewEntry> entries = new ArrayList<>();
    entries.add(tell.deleted());
    members.forEach(member -> entries.add(tell.closed(member, seq)));
    records.unseat(id, members, seq, held.group().name());
    held.group().delete(seq);
    clear(id);
    records.flush();
    journal.appendInTransaction(entries);
  }

  private void unseat(Held held, AccountId target, NewEntry why) {
    long seq = 1 + lockStreams(held, List.of(target));
    records.unseat(held.id(), List.of(target), seq, held.group().name());
    held.group().shrink();
    records.flush();
    journal.appendInTransaction(List.of(why, held.entries().closed(target, seq)));
  }

  private void tell(NewEntry entry) {
    records.flush();
    journal.appendInTransaction(List.of(entry));
  }

  /** The newest entry of the group; nobody appends to it, or to these people's streams, now. */
  private long lockStreams(Held held, Collection<AccountId> people) {
    List<StreamId> streams = new ArrayList<>();
    streams.add(held.stream());
    people.forEach(person -> streams.add(StreamId.user(person.value())));
    return journal.hold(streams).getOrDefault(held.stream(), 0L);
  }

  /** Locks the group for one of its members; strangers are turned away before they hold it up. */
  Held hold(AccountId me, ConversationId id) {
    requireCurrent(me, id);
    ConversationGroup group = lock(id);
    return new Held(id, group, me, requireCurrent(me, id).role());
  }

  private ConversationGroup lock(ConversationId id) {
    return records
        .lock(id)
        .orElseThrow(() -> new Forbidden("A conversation of two has no members to manage."));
  }

  /** The membership of somebody who is in the group. */
  Membership requireCurrent(AccountId me, ConversationId id) {
    return records.membership(id, me).filter(Membership::isCurrent).orElseThrow(NotFound::new);
  }

  private static void requireMayRemove(Held held, Membership member) {
    require(
        GroupRules.mayRemove(held.role(), member.role()),
        "Only the admins of this group remove people, and only owners remove an owner.");
  }

  static void require(boolean allowed, String detail) {
    if (!allowed) {
      throw new Forbidden(detail);
    }
  }
}
