import type { Conversation, Person } from '@/lib/api/types';

/** The other one of a direct conversation; the person himself in a conversation with himself. */
export function partnerOf(conversation: Conversation, account: string): Person {
  const { members } = conversation;
  const partner = members.find((member) => member.id !== account) ?? members[0];
  // Who has no account any more has no name either.
  return { id: partner?.id ?? conversation.id, username: partner?.username ?? '?' };
}
