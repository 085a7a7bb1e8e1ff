import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchIndex } from '@/lib/search/testing/search-index';
import type { Entry } from '@/lib/socket/frames';
import { LocalStorage } from '@/lib/storage/local-storage';
import { foldMessages } from './message-fold';
import { searchMessages } from './message-search';

function rows(...texts: string[]) {
  const entries = texts.map((text, index): Entry => ({
    stream: 'c/one',
    seq: index + 1,
    kind: 'message',
    by: 'amy',
    at: '2026-11-21T09:00:00.000Z',
    hash: '',
    body: JSON.stringify({ type: 'text', text }),
  }));
  return foldMessages({ account: 'me', entries, outbox: [] }).rows;
}

test.each([
  ['cafe', [2]],
  ['COFFEE', [3, 1]],
  ['the coffee', [3]],
  ['off', [3, 1]],
  ['tea', []],
  ['  ', []],
])('%s', (query, expected) => {
  expect(searchMessages(rows('Coffee?', 'At the Café', 'the best coffee'), query)).toEqual(
    expected,
  );
});

const STREAM = 'c/00000000-0000-7000-8000-000000000001';
const START = Date.parse('2026-11-21T00:00:00.000Z');
const PEOPLE = ['amy', 'amy', 'amy', 'ben'];
/** Few different letters, so that much is found; some are compared like others. */
const WORDS = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', 'ß', 's', 'e', '京', '都', '🎉', ' ', ' '),
  minLength: 1,
  maxLength: 24,
});

interface Step {
  what: 'text' | 'edit' | 'purge' | 'hide' | 'expire' | 'filler';
  by: string;
  text: string;
  target: number;
  /** Whether everything is worked in before the next step. */
  isSettled: boolean;
}

const STEPS = fc.array(
  fc.record<Step>({
    what: fc.constantFrom(
      'text',
      'text',
      'text',
      'edit',
      'edit',
      'purge',
      'hide',
      'expire',
      'filler',
    ),
    by: fc.constantFrom(...PEOPLE),
    text: WORDS,
    target: fc.nat(),
    isSettled: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25, size: 'max' },
);

/** The log that these steps make, long enough for several blocks. */
function logOf(steps: readonly Step[], hidden: Set<number>): Entry[] {
  const log: Entry[] = [];
  const texts: number[] = [];
  const add = (by: string, body: unknown, more: Partial<Entry> = {}) => {
    const seq = log.length + 1;
    const at = new Date(START + seq * 1_000).toISOString();
    const base = { stream: STREAM, seq, kind: 'message', by, at, hash: '' } as const;
    log.push({ ...base, body: JSON.stringify(body), ...more });
  };
  for (const { what, by, text, target } of steps) {
    // Nearly always what has words; now and then something else.
    const about = texts[target % (texts.length + 1)] ?? 1 + (target % Math.max(1, log.length));
    switch (what) {
      case 'text':
        texts.push(log.length + 1);
        add(by, { type: 'text', text });
        break;
      case 'expire':
        texts.push(log.length + 1);
        add(by, { type: 'text', text }, { expiresAt: new Date(START).toISOString() });
        break;
      case 'edit':
        add(by, { type: 'edit', target: about, text });
        break;
      case 'purge':
        add(by, { seqs: [about] }, { kind: 'message.purged' });
        break;
      case 'hide':
        hidden.add(about);
        break;
      case 'filler':
        Array.from({ length: 70 }, () =>
          add(by, { type: 'reaction', target: 1, emoji: '👍', on: true }),
        );
    }
  }
  return log;
}

test('the index finds what a look at every message finds, whatever has happened to them', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(STEPS, fc.nat(), fc.nat(), async (steps, of, from) => {
      run += 1;
      // A part of something that was written at some time.
      const written = steps[of % steps.length]?.text ?? '';
      const query = written.slice(from % written.length).slice(0, 1 + (of % 6));
      const storage = await LocalStorage.open(`found-${run}`);
      const hidden = new Set<number>();
      const log = logOf(steps, hidden);
      const hiddenIn = new Map([[STREAM.slice(2), hidden]]);
      const index = searchIndex(storage, { hidden: () => hiddenIn, now: () => START });
      for (const [at, entry] of log.entries()) {
        await storage.log.append(STREAM, [entry], false);
        if (steps[at % steps.length]?.isSettled === true && at % 7 === 0) {
          await index.wake();
        }
      }
      const { rows: all } = foldMessages({
        account: 'me',
        entries: log,
        outbox: [],
        hidden,
        now: START,
      });
      const expected = searchMessages(all, query);
      const seen: number[] = [];
      let next: Awaited<ReturnType<typeof index.search>>['next'];
      do {
        const page = await index.search(query, next);
        expect(page.isWhole).toBe(true);
        seen.push(...page.found.map(({ seq }) => seq));
        next = page.next;
      } while (next !== undefined);
      expect(seen).toEqual(expected);
      storage.close();
      await LocalStorage.wipe(`found-${run}`);
    }),
    { numRuns: 40 },
  );
}, 60_000);
