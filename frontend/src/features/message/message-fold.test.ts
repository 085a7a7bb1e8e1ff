import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { foldMessages, type Fold, type FoldInput } from './message-fold';

function entry(seq: number, by: string, body: unknown, more: Partial<Entry> = {}): Entry {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return { stream: 'c/one', seq, kind: 'message', by, at: AT, hash: '', ...text, ...more };
}

const AT = '2026-11-21T09:00:00.000Z';

function waiting(cid: string, body: unknown, more: Partial<OutboxItem> = {}): OutboxItem {
  return {
    cid,
    conversation: 'one',
    body: JSON.stringify(body),
    createdAt: AT,
    state: 'queued',
    ...more,
  };
}

function fold(entries: readonly Entry[], more: Partial<FoldInput> = {}): Fold {
  return foldMessages({ account: 'me', entries, outbox: [], ...more });
}

/** What a person sees, in one line for each message. */
function seen(entries: readonly Entry[], more: Partial<FoldInput> = {}): string[] {
  return fold(entries, more).rows.flatMap((row) => {
    if (row.type === 'event') {
      return [];
    }
    const { content, isEdited, reactions, isPinned, refused } = row;
    const text = content.type === 'text' ? content.text : content.type;
    const marks = reactions.map(({ emoji, by }) => ` ${emoji}${by.join('+')}`).join('');
    return [
      `${row.by}: ${text}${isEdited ? ' (edited)' : ''}${marks}${isPinned ? ' (pinned)' : ''}` +
        (refused.length > 0 ? ` (${refused.length} refused)` : ''),
    ];
  });
}

const text = (words: string) => ({ type: 'text', text: words });

describe('what was done to a message is shown on it', () => {
  test('the latest edit of its author counts', () => {
    expect(
      seen([
        entry(1, 'amy', text('helo')),
        entry(2, 'amy', { type: 'edit', target: 1, text: 'hallo' }),
        entry(3, 'amy', { type: 'edit', target: 1, text: 'hello' }),
      ]),
    ).toEqual(['amy: hello (edited)']);
  });

  test('nobody changes the words of somebody else', () => {
    expect(
      seen([entry(1, 'amy', text('hi')), entry(2, 'ben', { type: 'edit', target: 1, text: 'no' })]),
    ).toEqual(['amy: hi']);
  });

  test('everybody has each emoji once, and can take it back', () => {
    const on = (seq: number, by: string, emoji: string, isOn = true) =>
      entry(seq, by, { type: 'reaction', target: 1, emoji, on: isOn });
    expect(
      seen([
        entry(1, 'amy', text('hi')),
        on(2, 'ben', '👍'),
        on(3, 'ben', '👍'),
        on(4, 'ben', '🎉'),
        on(5, 'cleo', '👍'),
        on(6, 'ben', '🎉', false),
      ]),
    ).toEqual(['amy: hi 👍ben+cleo']);
  });

  test('what is about nothing, about a change, or about what is erased changes nothing', () => {
    expect(
      seen([
        entry(2, 'amy', { type: 'reaction', target: 1, emoji: '👍', on: true }),
        entry(3, 'amy', { type: 'reaction', target: 2, emoji: '👍', on: true }),
        entry(4, 'amy', undefined),
        entry(5, 'amy', { type: 'edit', target: 4, text: 'back again' }),
        entry(6, 'ben', { type: 'reaction', target: 4, emoji: '👍', on: true }),
        entry(7, 'ben', { type: 'pin', target: 4, on: true }),
      ]),
    ).toEqual(['amy: erased']);
  });

  test('pins count of those who may pin, the last one first', () => {
    const pin = (seq: number, by: string, target: number, on = true) =>
      entry(seq, by, { type: 'pin', target, on });
    const log = [
      entry(1, 'amy', text('one')),
      entry(2, 'amy', text('two')),
      entry(3, 'amy', text('three')),
      pin(4, 'amy', 2),
      pin(5, 'amy', 1),
      pin(6, 'ben', 3),
      pin(7, 'ben', 1, false),
    ];
    const { pinned } = fold(log, { mayPin: (account) => account === 'amy' });
    expect(pinned.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('what is deleted', () => {
  const purged = (seq: number, seqs: unknown) =>
    entry(seq, 'amy', { seqs }, { kind: 'message.purged' });
  const log = [
    entry(1, 'amy', text('hi')),
    entry(2, 'amy', { type: 'edit', target: 1, text: 'hey' }),
    entry(3, 'ben', { type: 'reaction', target: 1, emoji: '👍', on: true }),
  ];

  test('leaves a mark, and its edits leave none, whether their bodies are still here or not', () => {
    const news = purged(4, [2, 1]);
    expect(seen([...log, news])).toEqual(['amy: erased']);
    const tombstones = log.map((it) => (it.seq < 3 ? { ...it, body: undefined } : it));
    expect(seen([...tombstones, news])).toEqual(['amy: erased']);
  });

  test('names its edits, so that who deletes it erases them too', () => {
    const more = entry(4, 'amy', { type: 'edit', target: 1, text: 'hello' });
    const wrong = entry(5, 'ben', { type: 'edit', target: 1, text: 'no' });
    expect(fold([...log, more, wrong]).bySeq.get(1)?.edits).toEqual([2, 4]);
  });

  test('is erased at once while it is on its way, and back when that was refused', () => {
    const item = waiting('p', {}, { body: '', purges: [1, 2] });
    expect(seen(log, { outbox: [item] })).toEqual(['amy: erased']);
    expect(seen(log, { outbox: [{ ...item, state: 'failed' }] })).toEqual([
      'amy: hey (edited) 👍ben (1 refused)',
    ]);
  });

  test('only for oneself is not there, and nothing that was done to it', () => {
    expect(seen(log, { hidden: new Set([1]) })).toEqual([]);
  });

  test('by the time is gone when it has come', () => {
    const end = Date.parse(AT);
    const [first, ...rest] = log;
    const lives = [{ ...first, expiresAt: AT } as Entry, ...rest];
    expect(fold(lives, { now: end - 1 }).changesAt).toBe(end);
    expect(seen(lives, { now: end - 1 })).toEqual(['amy: hey (edited) 👍ben']);
    expect(seen(lives, { now: end })).toEqual([]);
    expect(fold(lives, { now: end }).changesAt).toBeUndefined();
  });
});

describe('what is on its way', () => {
  const log = [entry(1, 'me', text('helo')), entry(2, 'amy', text('hi'))];

  test('is shown as if it had arrived', () => {
    const outbox = [
      waiting('a', { type: 'edit', target: 1, text: 'hello' }),
      waiting('b', { type: 'reaction', target: 2, emoji: '👍', on: true }),
      waiting('c', text('more')),
    ];
    expect(seen(log, { outbox })).toEqual(['me: hello (edited)', 'amy: hi 👍me', 'me: more']);
  });

  test('does not count when it was refused, and says so on its message', () => {
    const outbox = [waiting('a', { type: 'edit', target: 1, text: 'hello' }, { state: 'failed' })];
    expect(seen(log, { outbox })).toEqual(['me: helo (1 refused)', 'amy: hi']);
  });

  test('counts once when it has arrived', () => {
    const outbox = [waiting('c', text('more'))];
    const arrived = [...log, entry(3, 'me', text('more'), { cid: 'c' })];
    expect(seen(arrived, { outbox })).toEqual(['me: helo', 'amy: hi', 'me: more']);
  });
});

// --- Every way of learning the log ends in the same

const people = ['me', 'amy', 'ben'];
const hostile = fc.oneof(
  fc.json().map((json) => JSON.parse(json) as unknown),
  fc.record({ type: fc.constant('edit'), target: fc.anything(), text: fc.anything() }),
  fc.record({
    type: fc.constant('reaction'),
    target: fc.integer({ min: -1, max: 99 }),
    emoji: fc.oneof(fc.constant('👍'.repeat(5_000)), fc.string(), fc.integer()),
    on: fc.oneof(fc.boolean(), fc.string()),
  }),
);
const target = fc.integer({ min: 1, max: 24 });
const said = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text: fc.string() }) },
  fc.record({ type: fc.constant('edit'), target, text: fc.string({ minLength: 1 }) }),
  fc.record({
    type: fc.constant('reaction'),
    target,
    emoji: fc.constantFrom('👍', '🎉', '❤️'),
    on: fc.boolean(),
  }),
  fc.record({ type: fc.constant('pin'), target, on: fc.boolean() }),
  fc.constant(undefined),
  hostile,
);
const log = fc
  .array(fc.record({ by: fc.constantFrom(...people), body: said }), { maxLength: 30 })
  .map((list) => list.map(({ by, body }, index) => entry(index + 1, by, body)));

/** All that a person could see of a fold. */
function whole(folded: Fold): unknown {
  return JSON.parse(
    JSON.stringify([folded.rows, folded.pinned.map(({ seq }) => seq), [...folded.bySeq.keys()]]),
  );
}

test('a client that was away ends where one that stayed ends, in whatever pages it reads', () => {
  fc.assert(
    fc.property(log, fc.array(fc.nat(30)), (entries, cuts) => {
      // One has stayed and folded after every entry.
      let stayed = fold([]);
      entries.forEach((_, index) => (stayed = fold(entries.slice(0, index + 1))));
      // The other gets copies, the newest page first and some pages twice, and folds after each.
      let held: Entry[] = [];
      for (const cut of [...cuts].sort((a, b) => b - a).concat(0)) {
        const page = structuredClone(entries.slice(cut));
        held = [...page.slice(0, page.length - held.length), ...held];
        fold(held);
      }
      expect(whole(fold(held))).toEqual(whole(stayed));
    }),
    { numRuns: 300 },
  );
});

test('it makes no difference whether a body was erased before or after it was read', () => {
  fc.assert(
    fc.property(log, fc.array(fc.integer({ min: 1, max: 30 })), (entries, seqs) => {
      const news = entry(entries.length + 1, 'amy', { seqs }, { kind: 'message.purged' });
      const erased = entries.map((it) => (seqs.includes(it.seq) ? { ...it, body: undefined } : it));
      expect(whole(fold([...erased, news]))).toEqual(whole(fold([...entries, news])));
    }),
    { numRuns: 300 },
  );
});

test('what is shown of the end of a log is the same without its beginning', () => {
  fc.assert(
    fc.property(log, fc.nat(30), (entries, cut) => {
      const all = fold(entries);
      const end = fold(entries.slice(cut));
      for (const [seq, message] of end.bySeq) {
        expect(whole({ ...end, rows: [message] })).toEqual(
          whole({ ...end, rows: [all.bySeq.get(seq) ?? message] }),
        );
      }
    }),
  );
});

test('a message that moves from the outbox to the log looks the same on the way', () => {
  fc.assert(
    fc.property(log, fc.constantFrom('👍', '🎉'), fc.boolean(), (entries, emoji, on) => {
      fc.pre(entries.length > 0);
      const body = { type: 'reaction', target: 1, emoji, on };
      const outbox = [waiting('mine', body)];
      const arrived = [...entries, entry(entries.length + 1, 'me', body, { cid: 'mine' })];
      expect(whole(fold(entries, { outbox }))).toEqual(whole(fold(arrived, { outbox })));
    }),
  );
});
