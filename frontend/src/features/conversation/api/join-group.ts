import { call } from '@/lib/api/client';
import type { Joined } from '@/lib/api/types';

/** Joins a group by the token of a link, or asks to. */
export function joinGroup(token: string): Promise<Joined> {
  return call({ method: 'POST', path: '/invitations/join', body: { token } });
}
