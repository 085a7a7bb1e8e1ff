import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import type { StreamId } from '@/lib/socket/streams';
import { LocalStorage } from '@/lib/storage/local-storage';
import { searchIndex } from './testing/search-index';

const ONE = 'c/00000000-0000-7000-8000-000000000001';
const TWO = 'c/00000000-0000-7000-8000-000000000002';
const START = Date.parse('2026-11-21T00:00:00.000Z');

let account = 0;
let storage: LocalStorage;

beforeEach(async () => {
  account += 1;
  storage = await LocalStorage.open(`search-${account}`);
});

afterEach(async () => {
  storage.close();
  await LocalStorage.wipe(`search-${account}`);
});

function entry(stream: StreamId, seq: number, body: unknown, more: Partial<Entry> = {}): Entry {
  return {
    stream,
    seq,
    kind: 'message',
    by: 'amy',
    at: new Date(START + seq * 1_000).toISOString(),
    hash: 'h',
    body: JSON.stringify(body),
    ...more,
  };
}

const text = (words: string) => ({ type: 'text', text: words });

async function append(...entries: Entry[]): Promise<void> {
  for (const each of entries) {
    await storage.log.append(each.stream, [each], false);
  }
}

async function found(query: string): Promise<string[]> {
  const { found: list, isWhole } = await searchIndex(storage).search(query);
  expect(isWhole).toBe(true);
  return list.map(({ conversation, seq }) => `${conversation.slice(-1)}/${seq}`);
}

test('words, beginnings and parts of words are found in all conversations, the newest first', async () => {
  await append(
    entry(ONE, 1, text('The Herons of Zürich')),
    entry(TWO, 1, text('nothing of the kind')),
    entry(TWO, 2, text('a HERON there')),
  );
  expect(await found('heron')).toEqual(['2/2', '1/1']);
  expect(await found('zuri')).toEqual(['1/1']);
  expect(await found('uric heron')).toEqual(['1/1']);
  expect(await found('th')).toEqual(['2/2', '1/1', '2/1']);
  expect(await found('egret')).toEqual([]);
});

test('scripts without spaces, and letters beyond the first plane, are found by any part', async () => {
  await append(
    entry(ONE, 1, text('明日は京都で会いましょう')),
    entry(ONE, 2, text('𠮷野家 and 🎉')),
  );
  expect(await found('京都')).toEqual(['1/1']);
  expect(await found('会')).toEqual(['1/1']);
  expect(await found('𠮷')).toEqual(['1/2']);
  expect(await found('🎉')).toEqual(['1/2']);
});

test('an edit replaces, also of a message that lies far back', async () => {
  await append(entry(ONE, 1, text('heron')));
  await searchIndex(storage).wake();
  for (let seq = 2; seq < 130; seq += 1) {
    await append(entry(ONE, seq, text(`filler ${seq}`)));
  }
  await append(
    entry(ONE, 130, { type: 'edit', target: 1, text: 'egret' }),
    entry(ONE, 131, { type: 'edit', target: 1, text: 'stork' }, { by: 'ben' }),
  );
  expect(await found('heron')).toEqual([]);
  expect(await found('egret')).toEqual(['1/1']);
  expect(await found('stork')).toEqual([]);
});

test('what is erased, has disappeared or is hidden is not found', async () => {
  await append(
    entry(ONE, 1, text('heron one')),
    entry(ONE, 2, text('heron two'), { expiresAt: '2026-11-21T01:00:00.000Z' }),
    entry(ONE, 3, text('heron three')),
    entry(ONE, 4, { seqs: [1] }, { kind: 'message.purged' }),
  );
  expect(await found('heron')).toEqual(['1/3', '1/2']);
  const later = searchIndex(storage, {
    now: () => START + 3_600_000,
    hidden: () => new Map([[ONE.slice(2), new Set([3])]]),
  });
  expect((await later.search('heron')).found).toEqual([]);
  await storage.log.eraseExpired('', '2026-11-21T02:00:00.000Z');
  expect(await found('heron')).toEqual(['1/3']);
});

test('what is read later, and what comes in front, is found then', async () => {
  await storage.log.begin(ONE, 70, 0);
  await append(entry(ONE, 71, {}, { body: 'AAEAA-as-it-came' }));
  expect(await found('heron')).toEqual([]);
  const body = JSON.stringify(text('heron after all'));
  await storage.log.keepRead(ONE, [{ seq: 71, text: body }], 71);
  expect(await found('heron')).toEqual(['1/71']);
  const older = [entry(ONE, 69, text('older heron')), entry(ONE, 70, text('and more'))];
  await storage.log.prepend(ONE, older, true, false);
  expect(await found('heron')).toEqual(['1/71', '1/69']);
});

test('an edit that was here before its message counts when the message comes', async () => {
  await storage.log.begin(ONE, 70, 0);
  await append(entry(ONE, 71, { type: 'edit', target: 2, text: 'egret' }));
  expect(await found('egret')).toEqual([]);
  const page = Array.from({ length: 70 }, (_nothing, index) =>
    entry(ONE, index + 1, text(index === 1 ? 'heron' : 'filler')),
  );
  await storage.log.prepend(ONE, page, false, false);
  expect(await found('egret')).toEqual(['1/2']);
  expect(await found('heron')).toEqual([]);
});

test('nothing is lost when the app is closed between storing and working in', async () => {
  await append(entry(ONE, 1, text('heron')));
  const closing = searchIndex(storage);
  closing.stop();
  await closing.wake();
  storage.close();
  storage = await LocalStorage.open(`search-${account}`);
  expect(await found('heron')).toEqual(['1/1']);
});

test('what is written while its block is worked in is worked in as well', async () => {
  await append(entry(ONE, 1, text('heron')));
  const { log, search } = storage;
  const read = log.entries.bind(log);
  const reading = vi.spyOn(log, 'entries').mockImplementationOnce(async (...span) => {
    const before = await read(...span);
    await append(entry(ONE, 2, text('second heron')));
    return before;
  });
  await searchIndex(storage, { storage: { log, search } }).wake();
  reading.mockRestore();
  expect(await search.stale()).toEqual([]);
  expect(await found('second')).toEqual(['1/2']);
});

test('only what was worked in is told of: who hears of it searches again', async () => {
  const onChange = vi.fn();
  const index = searchIndex(storage, { onChange });
  await append(entry(ONE, 1, text('heron')));
  await index.search('heron');
  expect(onChange).toHaveBeenCalledTimes(1);
  await index.search('heron');
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('pages have no doubles and no holes', async () => {
  const entries = Array.from({ length: 150 }, (_nothing, index) =>
    entry(index % 2 === 0 ? ONE : TWO, (index >> 1) + 1, text(`heron ${index}`)),
  );
  await append(...entries);
  const index = searchIndex(storage);
  const seen: string[] = [];
  let next: Awaited<ReturnType<typeof index.search>>['next'];
  do {
    const page = await index.search('heron', next);
    seen.push(...page.found.map(({ conversation, seq }) => `${conversation} ${seq}`));
    expect(page.found.length).toBeLessThanOrEqual(20);
    next = page.next;
  } while (next !== undefined);
  expect(new Set(seen).size).toBe(150);
  expect(seen).toHaveLength(150);
});

test('a search that takes too long says what it has, and where to go on', async () => {
  await append(...[1, 70, 140].flatMap((seq) => fill(seq)));
  let now = 0;
  const slow = searchIndex(storage, { clock: () => (now += 2_000) });
  await slow.wake();
  const seen: number[] = [];
  let next: Awaited<ReturnType<typeof slow.search>>['next'];
  let pages = 0;
  do {
    now = 0;
    const page = await slow.search('heron', next);
    seen.push(...page.found.map(({ seq }) => seq));
    next = page.next;
    pages += 1;
  } while (next !== undefined && pages < 10);
  expect(seen).toEqual([140, 70, 1]);
});

/** The entries from the one after the last to this one, which alone has the word. */
function fill(seq: number): Entry[] {
  const from = seq === 1 ? 1 : seq - 69;
  return Array.from({ length: seq - from + 1 }, (_nothing, index) =>
    entry(ONE, from + index, text(from + index === seq ? 'heron' : 'filler')),
  ).slice(seq === 70 ? 1 : 0);
}

test('what was stored by a version without a search is found', async () => {
  const name = `search-old-${account}`;
  const before = await openDB(`parley-${name}`, 3, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: ['stream', 'seq'] });
      database.createObjectStore('streams', { keyPath: 'stream' });
      ['outbox', 'conversations', 'watermarks', 'reads', 'drafts', 'settings', 'keys'].forEach(
        (store) => database.createObjectStore(store),
      );
    },
  });
  const log = Array.from({ length: 70 }, (_nothing, index) =>
    entry(ONE, index + 31, text(`heron ${index + 31}`)),
  );
  await Promise.all(log.map((each) => before.put('entries', each)));
  await before.put('streams', { stream: ONE, cursor: 100, floor: 30, origin: 0 });
  before.close();
  const upgraded = await LocalStorage.open(name);
  const index = searchIndex(upgraded);
  await index.wake();
  for (const seq of [31, 64, 65, 100]) {
    expect((await index.search(`heron ${seq}`)).found.map((each) => each.seq)).toEqual([seq]);
  }
  upgraded.close();
  await LocalStorage.wipe(name);
});

test('after the log was forgotten nothing is found, and what comes again is', async () => {
  await append(entry(ONE, 1, text('heron')));
  await searchIndex(storage).wake();
  await storage.log.clear();
  expect(await found('heron')).toEqual([]);
  await append(entry(ONE, 1, text('heron again')));
  expect(await found('heron')).toEqual(['1/1']);
  await storage.log.passOver(ONE, 5);
  expect(await found('heron')).toEqual([]);
});
