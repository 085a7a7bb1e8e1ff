import { describe, expect, test } from 'vitest';
import type { Conversation, GroupRole, GroupSettings } from '@/lib/api/types';
import { mayRemove, pinCounts, rightsIn, rolesToGive } from './group-rights';
import { closedFor, isLastOwner } from './group-standing';
import { membersFound } from './member-order';

const open: GroupSettings = {
  posting: 'members',
  inviting: 'members',
  pinning: 'members',
  editing: 'members',
  approval: false,
  disappearing: 0,
};
const strict: GroupSettings = {
  ...open,
  posting: 'admins',
  inviting: 'admins',
  pinning: 'admins',
  editing: 'admins',
};

function group(role: GroupRole, settings = open, more: Partial<Conversation> = {}): Conversation {
  return {
    id: 'g',
    kind: 'sealed',
    type: 'group',
    createdAt: '',
    notifications: 'all',
    role,
    settings,
    memberCount: 3,
    members: [
      { id: 'zoe', username: 'zoe', role: 'member', joinedSeq: 1 },
      { id: 'amy', username: 'amy', role: 'admin', joinedSeq: 1 },
      { id: 'ben', username: 'ben', role: 'owner', joinedSeq: 1 },
    ],
    joinedSeq: 1,
    head: 1,
    watermarks: [],
    ...more,
  };
}

/** The names of what is allowed. */
function allowed(conversation: Conversation): string[] {
  return Object.entries(rightsIn(conversation)).flatMap(([right, has]) => (has ? [right] : []));
}

describe('what somebody may do', () => {
  const everything = ['write', 'pin', 'invite', 'edit', 'manage'];

  test.each([
    ['member', open, ['write', 'pin', 'invite', 'edit']],
    ['member', strict, []],
    ['admin', strict, everything],
    ['owner', strict, [...everything, 'list', 'delete']],
  ] as const)('as %s is what role and rules say', (role, settings, rights) => {
    expect(allowed(group(role, settings))).toEqual(rights);
  });

  test('is nothing any more for one who left, whatever he was', () => {
    expect(allowed(group('owner', open, { leftSeq: 9 }))).toEqual([]);
  });

  test('in a direct conversation is to write and to pin', () => {
    expect(allowed({ ...group('member'), type: 'direct', settings: undefined })).toEqual([
      'write',
      'pin',
    ]);
  });
});

describe('roles', () => {
  test.each([
    ['member', 'member', []],
    ['admin', 'member', ['admin']],
    ['admin', 'admin', ['member']],
    ['admin', 'owner', []],
    ['owner', 'member', ['owner', 'admin']],
    ['owner', 'owner', ['admin', 'member']],
  ] as const)('%s gives %s %j', (own, other, roles) => {
    expect(rolesToGive(own, other)).toEqual(roles);
  });

  test('nobody removes who stands above him', () => {
    expect(mayRemove('member', 'member')).toBe(false);
    expect(mayRemove('admin', 'admin')).toBe(true);
    expect(mayRemove('admin', 'owner')).toBe(false);
    expect(mayRemove('owner', 'owner')).toBe(true);
  });
});

test('a pin counts when its author may pin', () => {
  expect(pinCounts(group('member'), 'zoe')).toBe(true);
  expect(pinCounts(group('member', strict), 'zoe')).toBe(false);
  expect(pinCounts(group('member', strict), 'amy')).toBe(true);
  expect(pinCounts(group('member', strict), 'who left')).toBe(false);
});

describe('why somebody cannot write', () => {
  const last = (kind: string, body: unknown, seq = 9) => ({
    stream: 'c/g' as const,
    seq,
    kind,
    at: '',
    hash: '',
    body: JSON.stringify(body),
  });

  test('is nothing, or that only admins do', () => {
    expect(closedFor(group('member'), undefined)).toBeUndefined();
    expect(closedFor(group('admin', strict), undefined)).toBeUndefined();
    expect(closedFor(group('member', strict), undefined)).toBe('announcements');
  });

  test.each([
    [last('member.left', { account: 'me' }), 'left'],
    [last('member.removed', { account: 'me', banned: false }), 'removed'],
    [last('member.removed', { account: 'me', banned: true }), 'banned'],
    [last('conversation.deleted', {}), 'deleted'],
    [last('member.left', { account: 'ben' }, 8), 'over'],
    [undefined, 'over'],
  ] as const)('is how it ended: %j', (entry, why) => {
    expect(closedFor(group('member', open, { leftSeq: 9 }), entry)).toBe(why);
  });
});

test('nobody writes to somebody whose account was deleted', () => {
  const alone = group('member', open, {
    type: 'direct',
    members: [
      { id: 'me', username: 'amy', joinedSeq: 1 },
      { id: 'ben', joinedSeq: 1 },
    ],
  });
  expect(closedFor(alone, undefined)).toBe('alone');
  expect(rightsIn(alone).write).toBe(false);
});

test('the only owner is the last one, unless he is alone', () => {
  expect(isLastOwner(group('owner'), 'ben')).toBe(true);
  expect(isLastOwner(group('owner'), 'amy')).toBe(false);
  expect(isLastOwner(group('owner', open, { memberCount: 1 }), 'ben')).toBe(false);
});

test('members are listed by role and name, and found by a part of the name', () => {
  const { members } = group('member');
  expect(membersFound(members, '').map(({ id }) => id)).toEqual(['ben', 'amy', 'zoe']);
  expect(membersFound(members, ' E').map(({ id }) => id)).toEqual(['ben', 'zoe']);
  expect(membersFound(members, 'x')).toEqual([]);
});
