import type { ConversationMember, GroupRole } from '@/lib/api/types';

const ORDER: Record<GroupRole, number> = { owner: 0, admin: 1, member: 2 };

/** The members whose names have these letters in them: owners, admins, the others, by name. */
export function membersFound(
  members: readonly ConversationMember[],
  text: string,
): ConversationMember[] {
  const wanted = text.trim().toLowerCase();
  return members
    .filter(({ username }) => wanted === '' || username?.toLowerCase().includes(wanted) === true)
    .sort(
      (a, b) =>
        ORDER[a.role ?? 'member'] - ORDER[b.role ?? 'member'] ||
        (a.username ?? '\uffff').localeCompare(b.username ?? '\uffff'),
    );
}
