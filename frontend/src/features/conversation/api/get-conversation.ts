import { call } from '@/lib/api/client';
import type { Conversation } from '@/lib/api/types';

export function getConversation(id: string): Promise<Conversation> {
  return call({ method: 'GET', path: `/conversations/${id}` });
}
