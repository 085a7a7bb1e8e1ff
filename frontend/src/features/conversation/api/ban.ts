import { call } from '@/lib/api/client';

/** Keeps somebody out of a group, who is removed if he is a member. */
export function ban(group: string, account: string): Promise<void> {
  return call({ method: 'PUT', path: `/conversations/${group}/bans/${account}` });
}
