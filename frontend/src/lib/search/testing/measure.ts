import type { Entry } from '@/lib/socket/frames';
import { conversationStream } from '@/lib/socket/streams';
import { openDatabase } from '@/lib/storage/database';
import { LocalStorage } from '@/lib/storage/local-storage';
import { searchIndex } from './search-index';

// The page of scripts/measure-search.js: a real database in a real browser, and no server.

const ACCOUNT = 'measured';
const CONVERSATIONS = 100;
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
const WORDS_IN_A_MESSAGE = 12;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const AT_ONCE = 100;

/** Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Words of three syllables, 8,000 different ones, always the same. */
function textOf(number: number): string {
  const words = Array.from({ length: WORDS_IN_A_MESSAGE }, (_nothing, index) => {
    const word = (number * 7_919 + index * 104_729) % SYLLABLES.length ** 3;
    return [word, word / SYLLABLES.length, word / SYLLABLES.length ** 2]
      .map((part) => SYLLABLES[Math.floor(part) % SYLLABLES.length])
      .join('');
  });
  return number % 10_000 === 5_000 ? `${words.join(' ')} heronry` : words.join(' ');
}

function entryOf(number: number): Entry {
  return {
    stream: conversationStream(`00000000-0000-7000-8000-${number % CONVERSATIONS}`),
    seq: Math.floor(number / CONVERSATIONS) + 1,
    kind: 'message',
    by: 'somebody',
    at: new Date(START + number * 1_000).toISOString(),
    hash: '',
    body: JSON.stringify({ type: 'text', text: textOf(number) }),
  };
}

async function measure(messages: number): Promise<Record<string, number>> {
  const storage = await LocalStorage.open(ACCOUNT);
  const all = Map.groupBy(
    Array.from({ length: messages }, (_nothing, number) => entryOf(number)),
    ({ stream }) => stream,
  );
  const store = await timed(async () => {
    for (const [stream, entries] of all) {
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        await storage.log.append(stream, entries.slice(from, from + AT_ONCE), false);
      }
    }
  });
  const index = searchIndex(storage);
  const workIn = await timed(() => index.wake());
  const database = await openDatabase(ACCOUNT);
  const bytes = (await database.getAll('search')).reduce(
    (sum, { filter }) => sum + (filter?.length ?? 0),
    0,
  );
  database.close();
  const figures: Record<string, number> = {
    messages,
    'ms to store': store,
    'ms to work in': workIn,
    'KiB of the index': bytes / 1_024,
  };
  for (const query of ['heronry', 'eronr', 'flamingo', 'bafohi', 'cedi', 'ta', 'a', 'zuxo wive']) {
    await index.search(query);
    figures[`ms for "${query}"`] = await timed(() => index.search(query));
    figures[`found for "${query}"`] = (await index.search(query)).found.length;
  }
  const one = { ...entryOf(messages), body: JSON.stringify({ type: 'text', text: 'one more' }) };
  await storage.log.append(one.stream, [one], false);
  figures['ms to work in one more'] = await timed(() => index.wake());
  storage.close();
  await LocalStorage.wipe(ACCOUNT);
  return figures;
}

Object.assign(globalThis, { measure });
