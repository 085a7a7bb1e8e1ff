import type { Conversation, Person } from '@/lib/api/types';

/** Whom one talks to: the other one of a direct conversation, or the group. */
export function partnerOf(conversation: Conversation, account: string): Person {
  const { members } = conversation;
  if (conversation.type === 'group') {
    return { id: conversation.id, username: conversation.name ?? '?' };
  }
  const partner = members.find((member) => member.id !== account) ?? members[0];
  // Who has no account any more has no name either.
  return { id: partner?.id ?? conversation.id, username: partner?.username ?? '?' };
}
