import { expect, test } from 'vitest';
import type { InviteLink } from '@/lib/api/types';
import { inviteAddress, isOver, tokenIn } from './invite-link';

const TOKEN = 'aB3_-'.repeat(8) + 'xyz';

test('a token travels behind the # of an address, where no server sees it', () => {
  const address = new URL(inviteAddress('https://parley.example', TOKEN));
  expect(address.pathname + address.search).toBe('/join');
  expect(tokenIn(address.hash)).toBe(TOKEN);
});

test.each(['', '#', '#content', `#${TOKEN}x`, `#${TOKEN.slice(1)}`, `#${TOKEN.slice(1)}/`, TOKEN])(
  'in %j there is no token',
  (hash) => expect(tokenIn(hash)).toBeUndefined(),
);

test('a link is over at its time, or when it is used up', () => {
  const now = new Date('2026-11-21T12:00:00.000Z');
  const link = (more: Partial<InviteLink>): InviteLink => ({
    id: 'l',
    createdBy: 'amy',
    createdAt: '2026-11-20T12:00:00.000Z',
    uses: 3,
    ...more,
  });
  expect(isOver(link({}), now)).toBe(false);
  expect(isOver(link({ expiresAt: '2026-11-21T12:00:00.001Z', quota: 4 }), now)).toBe(false);
  expect(isOver(link({ expiresAt: '2026-11-21T12:00:00.000Z' }), now)).toBe(true);
  expect(isOver(link({ quota: 3 }), now)).toBe(true);
});
