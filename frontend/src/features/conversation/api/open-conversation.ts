import { call } from '@/lib/api/client';
import type { Conversation, OpenConversation } from '@/lib/api/types';

/** Opens the conversation with a person: the one that is there, or a new one. */
export function openConversation(member: string): Promise<Conversation> {
  const body: OpenConversation = { member, kind: 'e2ee' };
  return call({ method: 'POST', path: '/conversations', body });
}
