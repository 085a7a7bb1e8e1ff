import { call } from '@/lib/api/client';

/** Ends a way into a group. */
export function revokeInviteLink(group: string, link: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}/invite-links/${link}` });
}
