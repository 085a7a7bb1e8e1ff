import { call } from '@/lib/api/client';
import type { AddedMembers } from '@/lib/api/types';

export function addMembers(group: string, accounts: readonly string[]): Promise<AddedMembers> {
  return call({ method: 'POST', path: `/conversations/${group}/members`, body: { accounts } });
}
