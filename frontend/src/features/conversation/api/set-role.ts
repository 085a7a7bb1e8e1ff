import { call } from '@/lib/api/client';
import type { GroupRole } from '@/lib/api/types';

export function setRole(group: string, account: string, role: GroupRole): Promise<void> {
  return call({
    method: 'PUT',
    path: `/conversations/${group}/members/${account}/role`,
    body: { role },
  });
}
