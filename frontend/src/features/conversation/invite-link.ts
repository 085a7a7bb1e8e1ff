import type { InviteLink } from '@/lib/api/types';

const TOKEN = /^#([A-Za-z0-9_-]{43})$/;

/** The address that a token makes. Behind the `#` no server and no log on the way sees it. */
export function inviteAddress(origin: string, token: string): string {
  return `${origin}/join#${token}`;
}

/** The token behind the `#` of an address; undefined when it can be none. */
export function tokenIn(hash: string): string | undefined {
  return TOKEN.exec(hash)?.[1];
}

/** Whether nobody comes in by a link any more, as far as time and number go. */
export function isOver({ expiresAt, quota, uses }: InviteLink, now: Date): boolean {
  return (
    (expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()) ||
    (quota !== undefined && uses >= quota)
  );
}
