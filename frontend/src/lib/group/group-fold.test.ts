import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import { foldDirect, foldGroup, nameIn, NO_NAME, withMembers, withName } from './group-fold';

const group: Conversation = {
  id: 'g',
  kind: 'sealed',
  type: 'group',
  createdAt: '2026-11-21T09:00:00.000Z',
  notifications: 'all',
  name: 'Walks',
  description: '',
  memberCount: 3,
  role: 'member',
  settings: {
    posting: 'members',
    inviting: 'members',
    pinning: 'members',
    editing: 'members',
    approval: false,
    disappearing: 0,
  },
  members: [
    { id: 'me', username: 'me', role: 'member', joinedSeq: 1 },
    { id: 'amy', username: 'amy', role: 'owner', joinedSeq: 1 },
    { id: 'ben', username: 'ben', role: 'member', joinedSeq: 1 },
  ],
  joinedSeq: 1,
  head: 1,
  watermarks: [],
};

function entry(seq: number, kind: string, body: unknown): Entry {
  return {
    stream: 'c/g',
    seq,
    kind,
    by: 'amy',
    at: '2026-11-21T09:00:00.000Z',
    hash: '',
    body: JSON.stringify(body),
  };
}

const fold = (...entries: Entry[]) => foldGroup(group, entries, 'me');

describe('a group', () => {
  test('is called what it was named last, and keeps what was not changed', () => {
    const now = fold(
      entry(2, 'conversation.changed', { name: 'Hikes' }),
      entry(3, 'conversation.changed', { settings: { posting: 'admins' }, description: 'Up!' }),
    );
    expect(now).toMatchObject({ name: 'Hikes', description: 'Up!', head: 3 });
    expect(now.settings).toEqual({ ...group.settings, posting: 'admins' });
  });

  test('has the picture that it got last, or none', () => {
    const pictured = entry(2, 'conversation.changed', { picture: 'p1' });
    expect(fold(pictured).picture).toBe('p1');
    const bare = fold(pictured, entry(3, 'conversation.changed', { picture: null }));
    expect(bare.picture).toBeUndefined();
    expect(bare.head).toBe(3);
  });

  test('has who joined, and not who left; the name of one who left is kept', () => {
    const now = fold(
      entry(2, 'member.joined', { account: 'cleo', role: 'member', how: 'added' }),
      entry(3, 'member.removed', { account: 'ben', banned: false }),
    );
    expect(now.members.map(({ id }) => id)).toEqual(['me', 'amy', 'cleo']);
    expect(now.memberCount).toBe(3);
    expect(nameIn(now, 'ben')).toBe('ben');
    expect(nameIn(now, 'cleo')).toBeUndefined();
    expect(nameIn(withName(now, { id: 'cleo', username: 'cleo' }), 'cleo')).toBe('cleo');
  });

  test('gives roles, the own one too', () => {
    const now = fold(entry(2, 'member.role', { account: 'me', role: 'admin' }));
    expect(now.role).toBe('admin');
    expect(now.members.find(({ id }) => id === 'me')?.role).toBe('admin');
  });

  test.each([
    ['member.left', { account: 'me' }],
    ['member.removed', { account: 'me', banned: true }],
    ['conversation.deleted', {}],
  ])('is over by %s', (kind, body) => {
    expect(fold(entry(7, kind, body)).leftSeq).toBe(7);
  });

  test('is not over when somebody else goes, or a ban is lifted', () => {
    const now = fold(
      entry(2, 'member.left', { account: 'ben' }),
      entry(3, 'member.unbanned', { account: 'me' }),
    );
    expect(now.leftSeq).toBeUndefined();
  });

  test('keeps of somebody whose account was deleted that he had one', () => {
    const now = fold(entry(2, 'member.left', { account: 'ben', deleted: true }));
    expect(now.members.map(({ id }) => id)).not.toContain('ben');
    expect(nameIn(now, 'ben')).toBe(NO_NAME);
  });

  test('takes nothing in twice, and nothing that is no news', () => {
    const renamed = entry(2, 'conversation.changed', { name: 'Hikes' });
    const once = fold(renamed);
    expect(foldGroup(once, [renamed], 'me')).toBe(once);
    expect(fold(entry(2, 'message', { type: 'text', text: 'hi' }))).toBe(group);
  });

  test.each([
    ['conversation.changed', 'no JSON at all'],
    ['conversation.changed', '[1]'],
    ['member.joined', '{"account":7,"role":"member"}'],
    ['member.role', '{"account":"me","role":"king"}'],
    ['member.danced', '{"account":"me"}'],
  ])('leaves out what it does not understand: %s %s', (kind, body) => {
    expect(fold({ ...entry(2, kind, {}), body })).toBe(group);
  });
});

test('a conversation of two keeps the other one without a name once the account was deleted', () => {
  const direct: Conversation = {
    ...group,
    type: 'direct',
    members: [
      { id: 'me', username: 'amy', joinedSeq: 1 },
      { id: 'ben', username: 'ben', joinedSeq: 1 },
    ],
  };
  const message = entry(2, 'message', { type: 'text', text: 'hi' });
  expect(foldDirect(direct, [message])).toBe(direct);
  const now = foldDirect(direct, [
    message,
    entry(3, 'member.left', { account: 'ben', deleted: true }),
  ]);
  expect(now.members.map(({ username }) => username)).toEqual(['amy', undefined]);
});

test('whenever the members were asked for, the log leads to the same ones', () => {
  const people = ['amy', 'ben', 'cleo', 'dan'];
  const events = fc.array(
    fc.record({
      account: fc.constantFrom(...people),
      kind: fc.constantFrom('member.joined', 'member.left', 'member.role'),
      role: fc.constantFrom('member' as const, 'admin' as const),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(events, fc.nat(20), fc.nat(20), (happened, first, second) => {
      const log = happened.map(({ kind, ...body }, index) =>
        entry(index + 2, kind, { ...body, how: 'added' }),
      );
      const end = fold(...log);
      const [asked = 0, answered = 0] = [first, second]
        .map((at) => Math.min(at, log.length))
        .sort((a, b) => a - b);
      const answer = fold(...log.slice(0, answered)).members;
      const told = withMembers(
        { ...group, members: [] },
        answer,
        asked + 1,
        log.slice(asked),
        'me',
      );
      const rights = (members: Conversation['members']) =>
        members.map(({ id, role }) => `${id} ${role ?? ''}`).sort();
      expect(rights(told.members)).toEqual(rights(end.members));
    }),
  );
});
