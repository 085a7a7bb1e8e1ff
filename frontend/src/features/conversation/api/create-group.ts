import { call } from '@/lib/api/client';
import type { Conversation, CreateGroup } from '@/lib/api/types';

/** @param key names the wish, so that a repeat makes no second group */
export function createGroup(wish: Omit<CreateGroup, 'kind'>, key: string): Promise<Conversation> {
  const body: CreateGroup = { ...wish, kind: 'e2ee' };
  return call({ method: 'POST', path: '/groups', body, idempotencyKey: key });
}
