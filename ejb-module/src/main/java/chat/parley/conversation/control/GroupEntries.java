package chat.parley.conversation.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.CreateGroup;
import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.MembershipEntries;
import chat.parley.conversation.Permitted;
import chat.parley.journal.NewEntry;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The entries that tell what happened to a group, by one person's doing. */
final class GroupEntries {

  private final ConversationId group;
  private final AccountId by;

  GroupEntries(ConversationId group, AccountId by) {
    this.group = group;
    this.by = by;
  }

  NewEntry created(CreateGroup wish, List<AccountId> others) {
    StringJoiner members = new StringJoiner(",", "[", "]");
    members.add(member(by, GroupRole.OWNER));
    others.forEach(other -> members.add(member(other, GroupRole.MEMBER)));
    return told(
        "conversation.created",
        "{\"kind\":\""
            + word(wish.kind())
            + "\",\"type\":\"group\",\"name\":"
            + JsonText.quote(wish.name())
            + ",\"description\":"
            + JsonText.quote(wish.description())
            + ",\"settings\":"
            + json(members(wish.settings()))
            + ",\"members\":"
            + members
            + "}");
  }

  private static String member(AccountId account, GroupRole role) {
    return MembershipEntries.about(account) + ",\"role\":\"" + word(role) + "\"}";
  }

  /**
   * What changed.
   *
   * @param changes JSON values by name
   */
  NewEntry changed(Map<String, String> changes) {
    return told("conversation.changed", json(changes));
  }

  NewEntry joined(AccountId account, String how) {
    return told(
        MembershipEntries.JOINED,
        MembershipEntries.about(account) + ",\"role\":\"member\",\"how\":\"" + how + "\"}");
  }

  NewEntry left(AccountId account) {
    return told(MembershipEntries.LEFT, MembershipEntries.about(account) + "}");
  }

  /** Leaves because the account is no more. */
  NewEntry vanished(AccountId account) {
    return told(MembershipEntries.LEFT, MembershipEntries.vanished(account));
  }

  NewEntry removed(AccountId account, boolean banned) {
    return told(
        MembershipEntries.REMOVED,
        MembershipEntries.about(account) + ",\"banned\":" + banned + "}");
  }

  NewEntry unbanned(AccountId account) {
    return told("member.unbanned", MembershipEntries.about(account) + "}");
  }

  NewEntry role(AccountId account, GroupRole role) {
    return told("member.role", member(account, role));
  }

  NewEntry deleted() {
    return told(MembershipEntries.DELETED, "{}");
  }

  /** Tells a new member on his own stream. */
  NewEntry opened(AccountId account, long joinedSeq) {
    return own(account, "conversation.opened", "joinedSeq", joinedSeq);
  }

  /** Tells an admin on his own stream that somebody wants to join. */
  NewEntry requested(AccountId admin) {
    return about(admin, "join.requested", by);
  }

  /** Tells an admin, or himself, that somebody who wanted to join was not let in. */
  NewEntry declined(AccountId told, AccountId account) {
    return about(told, "join.declined", account);
  }

  private NewEntry about(AccountId told, String kind, AccountId account) {
    return new NewEntry(
        StreamId.user(told.value()),
        kind,
        by,
        null,
        null,
        "{\"conversation\":\"" + group + "\",\"account\":\"" + account + "\"}");
  }

  /** Tells a former member on his own stream. */
  NewEntry closed(AccountId account, long leftSeq) {
    return own(account, "conversation.closed", "leftSeq", leftSeq);
  }

  private NewEntry own(AccountId account, String kind, String what, long seq) {
    return new NewEntry(
        StreamId.user(account.value()),
        kind,
        by,
        null,
        null,
        "{\"conversation\":\"" + group + "\",\"" + what + "\":" + seq + "}");
  }

  private NewEntry told(String kind, String body) {
    return new NewEntry(StreamId.conversation(group.value()), kind, by, null, null, body);
  }

  /** The rules that differ, as JSON values by name. */
  static Map<String, String> changes(GroupSettings before, GroupSettings after) {
    Map<String, String> changed = new TreeMap<>(members(after));
    members(before).forEach(changed::remove);
    return changed;
  }

  private static Map<String, String> members(GroupSettings settings) {
    Map<String, String> members = new TreeMap<>();
    members.put("posting", quoted(settings.posting()));
    members.put("inviting", quoted(settings.inviting()));
    members.put("pinning", quoted(settings.pinning()));
    members.put("editing", quoted(settings.editing()));
    members.put("approval", String.valueOf(settings.approval()));
    members.put("disappearing", String.valueOf(settings.disappearing()));
    return members;
  }

  private static String quoted(Permitted permitted) {
    return '"' + word(permitted) + '"';
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String json(Map<String, String> members) {
    List<String> pairs = new ArrayList<>();
    members.forEach((name, value) -> pairs.add('"' + name + "\":" + value));
    return "{" + String.join(",", pairs) + "}";
  }
}
