import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { searchIndex } from '@/lib/search/testing/search-index';
import { conversationStream } from '@/lib/socket/streams';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { unlockedKey } from '@/lib/lock/browser-lock';
import { AtRest } from './at-rest';
import { openDatabase, type Database } from './database';
import { LocalStorage } from './local-storage';

const STREAM = conversationStream('11111111-1111-7111-8111-111111111111');
const SECRET = 'the heron nests behind the mill';

let account = 0;
let database: Database;
let storage: LocalStorage;

beforeEach(async () => {
  account += 1;
  storage = await LocalStorage.open(`rest-${account}`);
  database = await openDatabase(`rest-${account}`);
});

afterEach(() => {
  database.close();
  storage.close();
});

function entry(seq: number, body: string): Entry {
  return { stream: STREAM, seq, kind: 'message', at: '2026-11-22T10:00:00Z', hash: 'h', body };
}

function item(cid: string, body: string): OutboxItem {
  return {
    cid,
    conversation: '11111111-1111-7111-8111-111111111111',
    body,
    createdAt: '2026-11-22T10:00:00Z',
    state: 'queued',
  };
}

/** Everything in the files of the database that could be read as text. */
async function legible(): Promise<string> {
  const stores = [...database.objectStoreNames];
  const rows = await Promise.all(stores.map((store) => database.getAll(store)));
  return JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

test('nothing that people write is legible in the database, and all of it comes back', async () => {
  await storage.log.append(STREAM, [entry(1, SECRET)], false);
  await storage.outbox.add(item('c1', SECRET));
  const draft = {
    conversation: '11111111-1111-7111-8111-111111111111',
    text: SECRET,
    savedAt: '2026-11-22T10:00:00Z',
    editing: { target: 1, aside: SECRET },
  };
  await storage.drafts.save(draft);

  expect(await legible()).toContain(STREAM);
  expect(await legible()).not.toContain('heron');
  expect(await storage.log.all(STREAM)).toEqual([entry(1, SECRET)]);
  expect(await storage.outbox.all()).toMatchObject([item('c1', SECRET)]);
  expect(await storage.drafts.all()).toEqual([draft]);
});

test('what may be found is not legible either, not by a guess of its words', async () => {
  await storage.log.append(
    STREAM,
    [entry(1, JSON.stringify({ type: 'text', text: SECRET }))],
    false,
  );
  const index = searchIndex(storage);
  await index.wake();
  expect((await index.search('her')).found).toHaveLength(1);
  const rows = await database.getAll('search');
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    ['block', 'filter', 'newestAt', 'oldestAt', 'stream', 'version'].sort(),
  );
  // The same words look different in each browser, and each time.
  const [filter] = rows.map((row) => row.filter);
  await storage.log.append(STREAM, [entry(2, '{}')], false);
  await index.wake();
  const [again] = (await database.getAll('search')).map((row) => row.filter);
  expect(again).toHaveLength(filter?.length ?? 0);
  expect(again).not.toEqual(filter);
  expect(await legible()).not.toContain('heron');
});

test('the key is one for all tabs, and leaves the browser for none of them', async () => {
  const keys = await database.getAll('keys');
  // It is stored wrapped: the bytes are no key, and longer than one.
  expect(keys.map((key) => ArrayBuffer.isView(key) && key.length)).toEqual([32 + 8]);
  const browserKey = await unlockedKey(`rest-${account}`);
  await expect(crypto.subtle.exportKey('raw', browserKey)).rejects.toThrow();

  const others = await Promise.all([
    AtRest.of(database, browserKey),
    AtRest.of(database, browserKey),
  ]);
  const sealed = await others[0].seal(SECRET, 'here');
  expect(await others[1].open(sealed, 'here')).toBe(SECRET);
});

test('tabs that open a new database at once agree about the key', async () => {
  const fresh = await Promise.all([
    LocalStorage.open(`rest-both-${account}`),
    LocalStorage.open(`rest-both-${account}`),
  ]);
  await fresh[0].log.append(STREAM, [entry(1, SECRET)], false);
  expect(await fresh[1].log.all(STREAM)).toEqual([entry(1, SECRET)]);
  fresh.forEach((each) => each.close());
});

test('what was sealed for one place is refused at another, and when it was changed', async () => {
  const atRest = await AtRest.of(database, await unlockedKey(`rest-${account}`));
  const sealed = await atRest.seal(SECRET, 'entries c/1 1');
  await expect(atRest.open(sealed, 'entries c/1 2')).rejects.toThrow();
  const changed = sealed.with(20, (sealed[20] ?? 0) ^ 1);
  await expect(atRest.open(changed, 'entries c/1 1')).rejects.toThrow();
});

test('a text is never sealed twice alike', async () => {
  const atRest = await AtRest.of(database, await unlockedKey(`rest-${account}`));
  const twice = await Promise.all([atRest.seal(SECRET, 'here'), atRest.seal(SECRET, 'here')]);
  expect(twice[0]).not.toEqual(twice[1]);
});

test('rows from before anything was sealed are read as they are', async () => {
  await database.put('entries', entry(1, SECRET));
  await database.put('outbox', item('c1', SECRET), undefined);
  await database.put('drafts', { conversation: 'x', text: SECRET, savedAt: 'then' });
  expect(await storage.log.entries(STREAM, 0, 1)).toEqual([entry(1, SECRET)]);
  expect(await storage.outbox.all()).toMatchObject([item('c1', SECRET)]);
  expect(await storage.drafts.all()).toEqual([
    { conversation: 'x', text: SECRET, savedAt: 'then' },
  ]);
});

test('what is written at once is stored in the order of writing', async () => {
  const cids = Array.from({ length: 20 }, (_nothing, index) => `c${index}`);
  // The first takes longest to seal.
  const bodies = cids.map((_cid, index) => 'x'.repeat((20 - index) * 50_000));
  await Promise.all(cids.map((cid, index) => storage.outbox.add(item(cid, bodies[index] ?? ''))));
  expect((await storage.outbox.all()).map(({ cid }) => cid)).toEqual(cids);
});
