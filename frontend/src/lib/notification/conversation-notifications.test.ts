import { describe, expect, test } from 'vitest';
import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import {
  isMuted,
  isSilent,
  notificationsOf,
  toldNotifications,
  withNotifications,
  type ConversationNotifications,
} from './conversation-notifications';

const NOW = new Date('2026-11-21T10:00:00.000Z');

function conversation(wish?: Partial<ConversationNotifications>): Conversation {
  const stored = wish === undefined ? {} : { notifications: 'all', ...wish };
  return stored as Conversation;
}

describe('what a person is told of a conversation', () => {
  test('is everything when nothing was said', () => {
    expect(notificationsOf(conversation())).toEqual({ notifications: 'all' });
    expect(isSilent(conversation(), NOW)).toBe(false);
  });

  test('is nothing while it is muted, and everything afterwards', () => {
    const muted = conversation({ mutedUntil: '2026-11-21T11:00:00.000Z' });
    expect(isMuted(muted, NOW)).toBe(true);
    expect(isMuted(muted, new Date('2026-11-21T11:00:00.000Z'))).toBe(false);
  });

  test.each(['mentions', 'none'] as const)('is silent in passing when it is %s', (wish) => {
    expect(isSilent(conversation({ notifications: wish }), NOW)).toBe(true);
    expect(isMuted(conversation({ notifications: wish }), NOW)).toBe(false);
  });

  test('is what was said last', () => {
    const muted = withNotifications(conversation(), {
      notifications: 'mentions',
      mutedUntil: '2026-11-21T11:00:00.000Z',
    });
    expect(notificationsOf(muted)).toEqual({
      notifications: 'mentions',
      mutedUntil: '2026-11-21T11:00:00.000Z',
    });
    expect(withNotifications(muted, { notifications: 'all' })).toEqual({ notifications: 'all' });
  });

  function told(body: unknown, kind = 'conversation.settings') {
    return toldNotifications({ kind, body: JSON.stringify(body) } as Entry);
  }

  test('is read from the entry that tells the other devices', () => {
    const mutedUntil = '2026-11-21T11:00:00.000Z';
    expect(told({ conversation: 'c1', notifications: 'none', mutedUntil })).toEqual({
      conversation: 'c1',
      notifications: 'none',
      mutedUntil,
    });
    expect(told({ conversation: 'c1', notifications: 'all', mutedUntil: null })).toEqual({
      conversation: 'c1',
      notifications: 'all',
    });
  });

  test.each([null, {}, { conversation: 'c1', notifications: 'loud' }, { notifications: 'all' }])(
    'is not read from %j',
    (body) => {
      expect(told(body)).toBeUndefined();
    },
  );

  test('is not read from entries of another kind', () => {
    const wish = { conversation: 'c1', notifications: 'none', mutedUntil: null };
    expect(told(wish, 'conversation.opened')).toBeUndefined();
  });
});
