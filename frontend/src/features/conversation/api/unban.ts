import { call } from '@/lib/api/client';

/** Lifts a ban; the person is no member by that. */
export function unban(group: string, account: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}/bans/${account}` });
}
