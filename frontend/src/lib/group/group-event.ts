import type { GroupRole, GroupSettings } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';

/** The ways into a group. */
const ARRIVALS = ['added', 'link', 'listing', 'request'] as const;
type Arrival = (typeof ARRIVALS)[number];

/** Something that happened to a group. */
export type GroupEvent =
  | { type: 'created' }
  | { type: 'renamed'; name: string }
  | { type: 'described'; description: string }
  | { type: 'pictured'; picture: string | undefined }
  | { type: 'settings'; settings: Partial<GroupSettings> }
  | { type: 'joined'; account: string; role: GroupRole; how: Arrival }
  | { type: 'left'; account: string; deleted: boolean }
  | { type: 'removed'; account: string; banned: boolean }
  | { type: 'unbanned'; account: string }
  | { type: 'role'; account: string; role: GroupRole }
  | { type: 'deleted' };

const ROLES: readonly unknown[] = ['member', 'admin', 'owner'] satisfies GroupRole[];
const READ = new WeakMap<Entry, readonly GroupEvent[]>();
const NONE: readonly GroupEvent[] = [];

/**
 * What an entry says about its group, in the order in which it is told; empty when it says nothing
 * that this version knows.
 */
export function groupEvents(entry: Entry): readonly GroupEvent[] {
  if (entry.kind === 'message' || entry.body === undefined) {
    return NONE;
  }
  let events = READ.get(entry);
  if (events === undefined) {
    events = read(entry.kind, fieldsOf(entry.body));
    READ.set(entry, events);
  }
  return events;
}

/** The accounts that an entry is about, besides the one who wrote it. */
export function peopleOf(entry: Entry): string[] {
  return groupEvents(entry).flatMap((event) => ('account' in event ? [event.account] : []));
}

function read(kind: string, fields: Record<string, unknown>): readonly GroupEvent[] {
  const { account, role, how } = fields;
  switch (kind) {
    case 'conversation.created':
      return fields.type === 'group' ? [{ type: 'created' }] : NONE;
    case 'conversation.changed':
      return changes(fields);
    case 'conversation.deleted':
      return [{ type: 'deleted' }];
  }
  if (typeof account !== 'string') {
    return NONE;
  }
  switch (kind) {
    case 'member.joined':
      return isRole(role)
        ? [
            {
              type: 'joined',
              account,
              role,
              how: isArrival(how) ? how : 'added',
            },
          ]
        : NONE;
    case 'member.left':
      return [{ type: 'left', account, deleted: fields.deleted === true }];
    case 'member.removed':
      return [{ type: 'removed', account, banned: fields.banned === true }];
    case 'member.unbanned':
      return [{ type: 'unbanned', account }];
    case 'member.role':
      return isRole(role) ? [{ type: 'role', account, role }] : NONE;
    default:
      return NONE;
  }
}

function changes({ name, description, picture, settings }: Record<string, unknown>): GroupEvent[] {
  const events: GroupEvent[] = [];
  if (typeof name === 'string') {
    events.push({ type: 'renamed', name });
  }
  if (typeof description === 'string') {
    events.push({ type: 'described', description });
  }
  if (typeof picture === 'string' || picture === null) {
    events.push({ type: 'pictured', picture: picture ?? undefined });
  }
  if (typeof settings === 'object' && settings !== null) {
    events.push({ type: 'settings', settings });
  }
  return events;
}

function isRole(value: unknown): value is GroupRole {
  return ROLES.includes(value);
}

function fieldsOf(body: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(body);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isArrival(value: unknown): value is Arrival {
  return ARRIVALS.some((arrival) => arrival === value);
}
