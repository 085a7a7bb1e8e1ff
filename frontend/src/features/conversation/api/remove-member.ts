import { call } from '@/lib/api/client';

/** Removes a member; oneself, to leave. */
export function removeMember(group: string, account: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}/members/${account}` });
}
