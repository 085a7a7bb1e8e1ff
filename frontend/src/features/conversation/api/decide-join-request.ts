import { call } from '@/lib/api/client';

/** Lets somebody in who asks to join, or not. */
export function decideJoinRequest(group: string, account: string, accept: boolean): Promise<void> {
  return call({
    method: 'PUT',
    path: `/conversations/${group}/join-requests/${account}`,
    body: { accept },
  });
}
