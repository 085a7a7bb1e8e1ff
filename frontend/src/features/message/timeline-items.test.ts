import { describe, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import type { Mark } from '@/lib/sync/replica-state';
import { foldMessages, type FoldInput } from './message-fold';
import { timelineItems, type MessageItem, type TimelineItem } from './timeline-items';

interface Input extends Omit<FoldInput, 'account'> {
  marks: readonly Mark[];
  unreadAfter: number | undefined;
}

const nothing: Input = { entries: [], outbox: [], marks: [], unreadAfter: undefined };

function itemsOf(input: Partial<Input>): TimelineItem[] {
  const { marks, unreadAfter, ...log } = { ...nothing, ...input };
  const fold = foldMessages({ account: 'me', ...log });
  return timelineItems({ account: 'me', fold, marks, unreadAfter });
}

function entry(seq: number, by: string, at: string, more: Partial<Entry> = {}): Entry {
  return {
    stream: 'c/one',
    seq,
    kind: 'message',
    by,
    at,
    hash: '',
    body: JSON.stringify({ type: 'text', text: `text ${seq}` }),
    ...more,
  };
}

function shape(input: Partial<Input>): string[] {
  return itemsOf(input).map((item) =>
    item.type === 'message'
      ? `${item.message.by}${item.isFirst ? '+' : ''}${item.isLast ? '.' : ''}`
      : item.type,
  );
}

function delivery(input: Partial<Input>): (string | undefined)[] {
  return itemsOf(input)
    .filter((item): item is MessageItem => item.type === 'message')
    .map((item) => item.delivery);
}

describe('the list', () => {
  test('groups what one sender wrote within a minute', () => {
    const entries = [
      entry(1, 'amy', '2026-11-21T09:00:00Z'),
      entry(2, 'amy', '2026-11-21T09:00:30Z'),
      entry(3, 'me', '2026-11-21T09:00:40Z'),
      entry(4, 'me', '2026-11-21T09:02:00Z'),
    ];
    expect(shape({ entries })).toEqual(['day', 'amy+', 'amy.', 'me+.', 'me+.']);
  });

  test('gives a request the tips that name it, as they are by the last that was told of them', () => {
    const address = `0x${'a'.repeat(40)}`;
    const tip = (seq: number, id: string, state: string, request: number): Entry =>
      entry(seq, 'amy', '2026-11-21T09:00:00Z', {
        kind: 'tip',
        body: JSON.stringify({
          tip: id,
          state,
          payer: 'amy',
          recipient: 'me',
          address,
          chain: 1,
          symbol: 'ETH',
          decimals: 18,
          amount: '5',
          request,
          confirmations: 0,
          needed: 0,
        }),
      });
    const request = { chain: 1, address, shares: [{ account: 'amy', amount: '5' }] };
    const entries = [
      entry(1, 'me', '2026-11-21T09:00:00Z', {
        body: JSON.stringify({ type: 'text', text: 'Please pay 5', request }),
      }),
      entry(2, 'me', '2026-11-21T09:00:01Z'),
      tip(3, 'one', 'intent', 1),
      tip(4, 'two', 'intent', 2),
      tip(5, 'three', 'intent', 99),
      tip(6, 'one', 'final', 1),
    ];
    const [asking, plain] = itemsOf({ entries }).filter((item) => item.type === 'message');
    expect(asking?.answers.map(({ id, state }) => [id, state])).toEqual([['one', 'final']]);
    expect(plain?.answers).toEqual([]);
  });

  test('shows a tip where it was promised, as it is by the last that was told of it', () => {
    const tip = (seq: number, state: string, confirmations = 0): Entry =>
      entry(seq, 'amy', '2026-11-21T09:00:00Z', {
        kind: 'tip',
        body: JSON.stringify({
          tip: 'one',
          state,
          payer: 'amy',
          recipient: 'me',
          address: '0x1',
          chain: 1,
          symbol: 'ETH',
          decimals: 18,
          amount: '5',
          confirmations,
          needed: 3,
        }),
      });
    const entries = [
      tip(1, 'intent'),
      entry(2, 'me', '2026-11-21T09:00:10Z'),
      tip(3, 'confirming', 2),
      { ...tip(4, 'final'), body: 'of a later version' },
    ];
    const items = itemsOf({ entries });
    expect(items.map(({ type }) => type)).toEqual(['day', 'tip', 'message']);
    expect(items[1]).toMatchObject({ seq: 1, tip: { state: 'confirming', confirmations: 2 } });
  });

  test('separates days', () => {
    const entries = [
      entry(1, 'amy', '2026-11-19T12:00:00Z'),
      entry(2, 'amy', '2026-11-21T12:00:00Z'),
    ];
    expect(shape({ entries })).toEqual(['day', 'amy+.', 'day', 'amy+.']);
  });

  test('divides what was new, once, before the first message of somebody else', () => {
    const entries = [
      entry(1, 'amy', '2026-11-21T09:00:00Z'),
      entry(2, 'me', '2026-11-21T09:00:00Z'),
      entry(3, 'amy', '2026-11-21T09:00:00Z'),
      entry(4, 'amy', '2026-11-21T09:00:00Z'),
    ];
    expect(shape({ entries, unreadAfter: 1 })).toEqual([
      'day',
      'amy+.',
      'me+.',
      'unread',
      'amy+',
      'amy.',
    ]);
  });

  test('skips kinds it does not know', () => {
    const entries = [
      entry(1, '', '2026-11-21T09:00:00Z', { kind: 'conversation.created' }),
      entry(2, '', '2026-11-21T09:00:00Z', { kind: 'conversation.painted' }),
    ];
    expect(shape({ entries })).toEqual(['day', 'beginning']);
  });
});

describe('in a group', () => {
  const at = '2026-11-21T09:00:00Z';
  const added = (seq: number, by: string) =>
    entry(seq, by, at, {
      kind: 'member.joined',
      body: JSON.stringify({ account: `p${seq}`, role: 'member', how: 'added' }),
    });

  test('what happened stands between the messages, and divides them', () => {
    const entries = [
      entry(1, 'amy', at, { kind: 'conversation.created', body: '{"type":"group"}' }),
      entry(2, 'amy', at),
      entry(3, 'amy', at, { kind: 'conversation.changed', body: '{"name":"Walks"}' }),
      entry(4, 'amy', at),
    ];
    expect(shape({ entries })).toEqual(['day', 'event', 'amy+.', 'event', 'amy+.']);
  });

  test('people whom one added in a row are one item, which keeps its key', () => {
    const entries = [added(1, 'amy'), added(2, 'amy'), added(3, 'ben')];
    const events = itemsOf({ entries }).filter((item) => item.type === 'event');
    expect(events.map(({ people }) => people)).toEqual([['p1', 'p2'], ['p3']]);
    expect(itemsOf({ entries: entries.slice(0, 1) })[1]?.key).toBe(events[0]?.key);
  });

  test('a message is read when those have read it who were there', () => {
    const entries = [entry(5, 'me', at, { cid: 'c1' })];
    const marks = [
      { delivered: 5, read: 5, joinedSeq: 1 },
      { delivered: 0, read: 0, joinedSeq: 6 },
    ];
    expect(delivery({ entries, marks })).toEqual(['read']);
    expect(delivery({ entries, marks: marks.slice(1) })).toEqual(['stored']);
  });
});

describe('an own message', () => {
  const entries = [entry(5, 'me', '2026-11-21T09:00:00Z', { cid: 'c1' })];

  test.each([
    [[], 'stored'],
    [[{ delivered: 4, read: 4 }], 'stored'],
    [[{ delivered: 5, read: 4 }], 'delivered'],
    [[{ delivered: 5, read: 5 }], 'read'],
    [
      [
        { delivered: 9, read: 9 },
        { delivered: 5, read: 0 },
      ],
      'delivered',
    ],
  ])('with %j is %s', (marks, state) => {
    expect(delivery({ entries, marks })).toEqual([state]);
  });

  test('is shown once while it moves from the outbox to the log, under one key', () => {
    const outbox = [
      {
        cid: 'c1',
        conversation: 'one',
        body: JSON.stringify({ type: 'text', text: 'text 5' }),
        createdAt: '2026-11-21T09:00:00Z',
        state: 'stored' as const,
      },
    ];
    expect(delivery({ outbox })).toEqual(['stored']);
    expect(delivery({ entries, outbox })).toEqual(['stored']);
    const keys = [itemsOf({ outbox }), itemsOf({ entries })];
    expect(keys[0]?.at(-1)?.key).toBe(keys[1]?.at(-1)?.key);
  });
});
