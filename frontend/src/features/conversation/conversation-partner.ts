import type { Conversation, Person } from '@/lib/api/types';

/** The other one of a direct conversation; the person himself in a conversation with himself. */
export function partnerOf(conversation: Conversation, account: string): Person {
  const other = conversation.members.find((member) => member.id !== account);
  return other ?? conversation.members[0] ?? { id: conversation.id, username: '?' };
}
