import type { Conversation, Person } from '@/lib/api/types';

/**
 * Whom one talks to: the other one of a direct conversation, or the group.
 *
 * @param nobody how somebody is called whose account was deleted
 */
export function partnerOf(conversation: Conversation, account: string, nobody: string): Person {
  const { members } = conversation;
  if (conversation.type === 'group') {
    return { id: conversation.id, username: conversation.name ?? '?' };
  }
  const partner = members.find((member) => member.id !== account) ?? members[0];
  // Who has no account any more has no name either.
  return { id: partner?.id ?? conversation.id, username: partner?.username ?? nobody };
}
