import type { Conversation, GroupRole } from '@/lib/api/types';

/** What a person may do in a conversation. */
export interface Rights {
  /** Also to react, to change what was written, and to pin. */
  write: boolean;
  pin: boolean;
  invite: boolean;
  edit: boolean;
  /** Members, bans and the rules. */
  manage: boolean;
  /** Whether everybody may find the group. */
  list: boolean;
  delete: boolean;
}

const RANKS: Record<GroupRole, number> = { member: 0, admin: 1, owner: 2 };
const NONE: Rights = {
  write: false,
  pin: false,
  invite: false,
  edit: false,
  manage: false,
  list: false,
  delete: false,
};

/** Whether somebody with this role ranks as high as the other, or higher. */
export function isAtLeast(role: GroupRole, other: GroupRole): boolean {
  return RANKS[role] >= RANKS[other];
}

/** Whether the account of the other one in a conversation of two was deleted. */
export function isAlone({ type, members }: Conversation): boolean {
  return type === 'direct' && members.some(({ username }) => username === undefined);
}

/** What the person who looks may do here; the server decides, this is what the screen offers. */
export function rightsIn(conversation: Conversation): Rights {
  const { type, leftSeq, role, settings } = conversation;
  if (leftSeq !== undefined || isAlone(conversation)) {
    return NONE;
  }
  if (type === 'direct') {
    return { ...NONE, write: true, pin: true };
  }
  const manages = isAtLeast(role ?? 'member', 'admin');
  const write = manages || settings?.posting !== 'admins';
  return {
    write,
    pin: write && (manages || settings?.pinning === 'members'),
    invite: manages || settings?.inviting === 'members',
    edit: manages || settings?.editing === 'members',
    manage: manages,
    list: role === 'owner',
    delete: role === 'owner',
  };
}

/** Whether what this member pins counts for everybody. */
export function pinCounts({ type, settings, members }: Conversation, account: string): boolean {
  if (type === 'direct' || settings?.pinning === 'members') {
    return true;
  }
  const role = members.find(({ id }) => id === account)?.role ?? 'member';
  return isAtLeast(role, 'admin');
}

/** Whether one with the role `own` may remove and ban one with the role `other`. */
export function mayRemove(own: GroupRole, other: GroupRole): boolean {
  return isAtLeast(own, 'admin') && isAtLeast(own, other);
}

/** The roles that one with the role `own` may give to one who has the role `other`. */
export function rolesToGive(own: GroupRole, other: GroupRole): GroupRole[] {
  const roles: GroupRole[] = ['owner', 'admin', 'member'];
  return mayRemove(own, other)
    ? roles.filter((role) => role !== other && isAtLeast(own, role))
    : [];
}
