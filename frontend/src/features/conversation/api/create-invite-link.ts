import { call } from '@/lib/api/client';
import type { CreateInviteLink, InviteLink } from '@/lib/api/types';

/** Makes a way into a group; the answer is the only one that has its token. */
export function createInviteLink(group: string, body: CreateInviteLink): Promise<InviteLink> {
  return call({ method: 'POST', path: `/conversations/${group}/invite-links`, body });
}
