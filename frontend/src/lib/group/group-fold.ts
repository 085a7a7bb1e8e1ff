import type { Conversation, ConversationMember, GroupRole, Person } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import { groupEvents, type GroupEvent } from './group-event';

/** How somebody in a group is called whose account was deleted. */
export const NO_NAME = '';

/**
 * A group after what happened in it since it was looked at, which was at its `head`. Entries from
 * before are left out, and to take one in twice changes nothing; the same object when nothing
 * changed.
 *
 * @param entries of its stream, in order
 */
export function foldGroup(
  group: Conversation,
  entries: readonly Entry[],
  account: string,
): Conversation {
  let folded = group;
  for (const entry of entries) {
    if (entry.seq > folded.head && entry.seq >= group.joinedSeq) {
      for (const event of groupEvents(entry)) {
        const next = withEvent(folded, event, entry.seq, account);
        folded = next === folded ? folded : { ...next, head: entry.seq };
      }
    }
  }
  return folded;
}

/**
 * A conversation of two after what happened in it: the other one has no name any more once the
 * account was deleted.
 *
 * @param entries of its stream
 */
export function foldDirect(direct: Conversation, entries: readonly Entry[]): Conversation {
  const deleted = entries
    .flatMap(groupEvents)
    .flatMap((event) => (event.type === 'left' && event.deleted ? [event.account] : []));
  return deleted.length === 0
    ? direct
    : {
        ...direct,
        members: direct.members.map((member) =>
          deleted.includes(member.id) ? { ...member, username: undefined } : member,
        ),
      };
}

/** A group in which somebody has a name now: a member, or somebody who is none any more. */
export function withName(group: Conversation, { id, username }: Person): Conversation {
  if (isMember(group, id)) {
    return {
      ...group,
      members: group.members.map((member) => (member.id === id ? { ...member, username } : member)),
    };
  }
  return withFormer(group, { id, username });
}

/**
 * A group with the members that the server has told, and with who came and went since it was asked.
 *
 * @param asked the newest entry that was known before it was asked
 * @param since the entries after that one which are known now, in order
 */
export function withMembers(
  group: Conversation,
  members: readonly ConversationMember[],
  asked: number,
  since: readonly Entry[],
  account: string,
): Conversation {
  const now = foldGroup({ ...group, members, head: asked }, since, account);
  const former = (now.former ?? []).filter((person) => !isMember(now, person.id));
  return { ...group, members: now.members, memberCount: now.members.length, former };
}

function isMember({ members }: Conversation, account: string): boolean {
  return members.some(({ id }) => id === account);
}

/** How somebody in a conversation is called, also who was in it once. */
export function nameIn(conversation: Conversation | undefined, id: string): string | undefined {
  return (
    conversation?.members.find((member) => member.id === id)?.username ??
    conversation?.former?.find((person) => person.id === id)?.username
  );
}

function withEvent(
  group: Conversation,
  event: GroupEvent,
  seq: number,
  account: string,
): Conversation {
  switch (event.type) {
    case 'renamed':
      return { ...group, name: event.name };
    case 'described':
      return { ...group, description: event.description };
    case 'pictured':
      return { ...group, picture: event.picture };
    case 'settings':
      return group.settings === undefined
        ? group
        : { ...group, settings: { ...group.settings, ...event.settings } };
    case 'joined':
      return joined(group, { id: event.account, role: event.role, joinedSeq: seq });
    case 'left':
      if (event.deleted) {
        return withFormer(gone(group, event.account), { id: event.account, username: NO_NAME });
      }
      return event.account === account ? { ...group, leftSeq: seq } : gone(group, event.account);
    case 'removed':
      return event.account === account ? { ...group, leftSeq: seq } : gone(group, event.account);
    case 'role': {
      const own = event.account === account ? { role: event.role } : {};
      return { ...withRole(group, event.account, event.role), ...own };
    }
    case 'deleted':
      return { ...group, leftSeq: seq };
    case 'created':
    case 'unbanned':
      return group;
  }
}

function joined(group: Conversation, fresh: ConversationMember): Conversation {
  // Who the others are has not been asked yet; that answer will have this one in it.
  if (group.members.length === 0) {
    return group;
  }
  if (isMember(group, fresh.id)) {
    // The server told of him before the log did.
    return withRole(group, fresh.id, fresh.role ?? 'member');
  }
  const username = group.former?.find(({ id }) => id === fresh.id)?.username;
  const members = [...group.members, username === undefined ? fresh : { ...fresh, username }];
  return { ...group, members, memberCount: members.length };
}

function withRole(group: Conversation, account: string, role: GroupRole): Conversation {
  const members = group.members.map((member) =>
    member.id === account ? { ...member, role } : member,
  );
  return { ...group, members };
}

function gone(group: Conversation, account: string): Conversation {
  const member = group.members.find(({ id }) => id === account);
  if (member === undefined) {
    return group;
  }
  const members = group.members.filter(({ id }) => id !== account);
  const left = { ...group, members, memberCount: members.length };
  return member.username === undefined
    ? left
    : withFormer(left, { id: account, username: member.username });
}

function withFormer(group: Conversation, person: Person): Conversation {
  const others = group.former?.filter(({ id }) => id !== person.id) ?? [];
  return { ...group, former: [...others, person] };
}
