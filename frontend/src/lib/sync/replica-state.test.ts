import { describe, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import type { StreamRow } from '@/lib/storage/database';
import type { Change } from './replica-changes';
import { applyChange, emptyReplica, unreadCount, type ReplicaState } from './replica-state';

const STREAM = 'c/one';

function after(...changes: Change[]): ReplicaState {
  return changes.reduce(applyChange, emptyReplica('me'));
}

function appended(from: number, by: string[], more: Partial<StreamRow> = {}): Change {
  const entries = by.map((sender, index): Entry => ({
    stream: STREAM,
    seq: from + index,
    kind: sender === 'system' ? 'conversation.created' : 'message',
    at: '',
    by: sender,
    hash: '',
    body: JSON.stringify({ type: 'text', text: 'hi' }),
    cid: sender === 'me' ? `cid-${from + index}` : undefined,
  }));
  const row = { stream: STREAM, cursor: from + by.length - 1, floor: 0, origin: 0, ...more };
  return { type: 'appended', row, entries } as Change;
}

describe('unread', () => {
  test('counts the messages of others after the watermark, and nothing else', () => {
    const state = after(appended(1, ['system', 'amy', 'amy', 'amy']), {
      type: 'read',
      conversation: 'one',
      seq: 2,
    });
    expect(unreadCount(state, 'one')).toBe(2);
  });

  test('ends at an own message: who answers has read', () => {
    expect(unreadCount(after(appended(1, ['amy', 'amy', 'me', 'amy'])), 'one')).toBe(1);
  });

  test('counts what the server has and this device does not', () => {
    const state = after(appended(1, ['amy']), { type: 'heads', heads: { [STREAM]: 4 } });
    expect(unreadCount(state, 'one')).toBe(4);
  });

  test('counts older ones that were never fetched, but not those before the person joined', () => {
    const state = after(appended(11, ['amy'], { floor: 10, origin: 6 }));
    expect(unreadCount(state, 'one')).toBe(5);
  });

  test('does not come back when an older watermark arrives late', () => {
    const read: Change = { type: 'read', conversation: 'one', seq: 3 };
    const late: Change = {
      type: 'marks',
      conversation: 'one',
      list: [{ user: 'me', delivered: 3, read: 1 }],
    };
    expect(unreadCount(after(appended(1, ['amy', 'amy', 'amy']), read, late), 'one')).toBe(0);
  });
});

test('an own message leaves the outbox with its entry', () => {
  const item = {
    cid: 'cid-1',
    conversation: 'one',
    body: '',
    createdAt: '',
    state: 'queued',
  } as const;
  const state = after({ type: 'outbox-put', item }, appended(1, ['me']));
  expect(state.outbox).toEqual([]);
});

describe('who is typing', () => {
  const typed = (by: string, forMs: number): Change => ({
    type: 'typed',
    conversation: 'one',
    by,
    forMs,
  });

  test('is known until he stops', () => {
    expect(after(typed('amy', 6_000), typed('ben', 6_000)).typing.get('one')).toEqual(
      new Set(['amy', 'ben']),
    );
    expect(after(typed('amy', 6_000), typed('amy', 0)).typing.size).toBe(0);
  });

  test('has stopped when his message is there', () => {
    const state = after(typed('amy', 6_000), typed('ben', 6_000), appended(1, ['amy']));
    expect(state.typing.get('one')).toEqual(new Set(['ben']));
  });
});

describe('what only changes another message', () => {
  const say = (seq: number, by: string, body: unknown, kind = 'message'): Entry => ({
    stream: STREAM,
    seq,
    kind,
    by,
    at: '',
    hash: '',
    body: JSON.stringify(body),
  });
  const said = (...entries: Entry[]): ReplicaState =>
    after({
      type: 'appended',
      row: { stream: STREAM, cursor: entries.length, floor: 0, origin: 0 },
      entries,
    });
  const hello = say(1, 'amy', { type: 'text', text: 'hello' });

  test('is not unread and not the newest message; the newest edit belongs to it', () => {
    const edit = say(2, 'amy', { type: 'edit', target: 1, text: 'hello!' });
    const state = said(
      hello,
      edit,
      say(3, 'ben', { type: 'reaction', target: 1, emoji: '👍', on: true }),
      say(4, 'ben', { type: 'edit', target: 1, text: 'not mine' }),
      say(5, 'amy', { type: 'pin', target: 'nonsense' }),
    );
    expect(unreadCount(state, 'one')).toBe(1);
    expect(state.streams.get(STREAM)).toMatchObject({ lastMessage: hello, lastEdit: edit });
  });

  test('what was erased is not unread any more, and the newest message says so', () => {
    const state = said(hello, say(2, 'amy', { seqs: [1] }, 'message.purged'));
    expect(unreadCount(state, 'one')).toBe(0);
    expect(state.streams.get(STREAM)?.lastMessage?.body).toBeUndefined();
  });

  test('what a person deleted for herself is known by its conversation', () => {
    const hide = (seqs: unknown) => say(1, 'me', { conversation: 'one', seqs }, 'messages.hidden');
    const state = said(hide([4, 2]), hide([7, 'x']), hide(undefined));
    expect([...(state.hidden.get('one') ?? [])].sort()).toEqual([2, 4, 7]);
  });
});

test('that somebody asks to join is counted, and nothing else', () => {
  const told = (seq: number, kind: string): Entry => ({
    stream: 'u/me',
    seq,
    kind,
    at: '',
    hash: '',
    body: '{}',
  });
  const { joinNews } = after({
    type: 'appended',
    row: { stream: 'u/me', cursor: 3, floor: 0, origin: 0 },
    entries: [told(1, 'conversation.closed'), told(2, 'join.requested'), told(3, 'join.declined')],
  });
  expect(joinNews).toBe(2);
});

describe('who is there', () => {
  const present = (state: 'active' | 'away' | undefined, at: string): Change => ({
    type: 'present',
    user: 'amy',
    state,
    forMs: state === undefined ? 0 : 150_000,
    at,
  });

  test('is known until he is gone, and when he was last active is remembered', () => {
    const there = after(present('active', '1'), present('active', '2'));
    expect(there.presence.get('amy')).toEqual({ state: 'active', leftAt: undefined });
    const away = after(present('active', '1'), present('away', '2'));
    expect(away.presence.get('amy')).toEqual({ state: 'away', leftAt: '2' });
    const gone = after(present('active', '1'), present('away', '2'), present(undefined, '3'));
    expect(gone.presence.get('amy')).toEqual({ state: undefined, leftAt: '2' });
  });

  test('is forgotten by whoever hides himself', () => {
    const row = { stream: 'u/me', cursor: 1, floor: 0, origin: 0 };
    const chosen = (lastSeen: string): Change =>
      ({
        type: 'appended',
        row,
        entries: [
          {
            stream: 'u/me',
            seq: 1,
            kind: 'settings.changed',
            at: '',
            by: 'me',
            hash: '',
            body: JSON.stringify({ readReceipts: 'everyone', lastSeen }),
          },
        ],
      }) as Change;
    expect(after(present('active', '1'), chosen('everyone')).presence.size).toBe(1);
    expect(after(present('active', '1'), chosen('nobody')).presence.size).toBe(0);
  });

  test('says nothing of when somebody went who was not there', () => {
    expect(after(present(undefined, '1')).presence.get('amy')?.leftAt).toBeUndefined();
  });
});
