import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { LocalStorage } from './local-storage';

const STREAM = 'c/00000000-0000-7000-8000-000000000001';

function entries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    stream: STREAM,
    seq: from + index,
    kind: 'message',
    at: '2026-11-21T00:00:00.000Z',
    hash: `hash-${from + index}`,
    body: '{}',
  }));
}

describe('the log on this device', () => {
  let storage: LocalStorage;

  beforeEach(async () => {
    storage = await LocalStorage.open('account');
  });

  afterEach(async () => {
    storage.close();
    await LocalStorage.wipe('account');
  });

  async function seqs(): Promise<number[]> {
    const row = await storage.log.row(STREAM);
    return (await storage.log.entries(STREAM, row.floor, row.cursor)).map(({ seq }) => seq);
  }

  test('moves the cursor with the entries', async () => {
    await storage.log.append(STREAM, entries(1, 3), false);
    expect(await storage.log.row(STREAM)).toMatchObject({ cursor: 3, floor: 0, hash: 'hash-3' });
    expect(await seqs()).toEqual([1, 2, 3]);
  });

  test('leaves out what it has, and drops what does not continue', async () => {
    await storage.log.append(STREAM, entries(1, 3), false);
    const overlapping = await storage.log.append(STREAM, entries(2, 4), false);
    expect(overlapping.entries.map(({ seq }) => seq)).toEqual([4]);
    const jumping = await storage.log.append(STREAM, entries(6, 7), false);
    expect(jumping.entries).toEqual([]);
    expect(await seqs()).toEqual([1, 2, 3, 4]);
  });

  test('takes a message out of the outbox in the transaction that stores its entry', async () => {
    await storage.outbox.add({
      cid: 'mine',
      conversation: 'one',
      body: '{}',
      createdAt: '2026-11-21T00:00:00.000Z',
      state: 'queued',
    });
    const [first] = entries(1, 1);
    await storage.log.append(STREAM, first === undefined ? [] : [{ ...first, cid: 'mine' }], false);
    expect(await storage.outbox.all()).toEqual([]);
  });

  test('begins behind its start and grows in front, page by page', async () => {
    await storage.log.begin(STREAM, 10, 0);
    await storage.log.append(STREAM, entries(11, 12), false);
    await storage.log.prepend(STREAM, entries(6, 10), true, false);
    expect(await storage.log.row(STREAM)).toMatchObject({ floor: 5, origin: 0 });
    await storage.log.prepend(STREAM, entries(1, 5), false, false);
    expect(await seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('refuses a page that leaves a hole', async () => {
    await storage.log.begin(STREAM, 10, 0);
    const stored = await storage.log.prepend(STREAM, entries(1, 8), false, false);
    expect(stored.entries).toEqual([]);
    expect(stored.row.floor).toBe(10);
  });

  test('forgets what lies before a gap', async () => {
    await storage.log.append(STREAM, entries(1, 3), false);
    await storage.log.passOver(STREAM, 8);
    await storage.log.append(STREAM, entries(9, 9), false);
    expect(await seqs()).toEqual([9]);
    expect(await storage.log.row(STREAM)).toMatchObject({ origin: 8 });
  });

  test('remembers where the chain broke first', async () => {
    await storage.log.append(STREAM, entries(1, 2), false);
    await storage.log.append(STREAM, entries(3, 4), true);
    await storage.log.append(STREAM, entries(5, 5), true);
    expect(await storage.log.row(STREAM)).toMatchObject({ brokenAt: 3 });
  });

  test('erases what was erased for everybody, in the transaction that stores the news', async () => {
    await storage.log.append(STREAM, entries(1, 2), false);
    const [news] = entries(3, 3);
    const purged = { kind: 'message.purged', body: JSON.stringify({ seqs: [1] }) };
    await storage.log.append(STREAM, news === undefined ? [] : [{ ...news, ...purged }], false);
    const bodies = (await storage.log.all(STREAM)).map(({ body }) => body);
    expect(bodies).toEqual([undefined, '{}', purged.body]);
  });

  test('erases what has disappeared, and says of which streams', async () => {
    const at = (seconds: string) => `2026-11-21T00:00:${seconds}.000Z`;
    const lives = entries(1, 3).map((entry) => ({ ...entry, expiresAt: at(`0${entry.seq}`) }));
    await storage.log.append(STREAM, lives, false);
    expect(await storage.log.eraseExpired('', at('02'))).toEqual([STREAM]);
    const bodies = (await storage.log.all(STREAM)).map(({ body }) => body);
    expect(bodies).toEqual([undefined, undefined, '{}']);
    expect(await storage.log.eraseExpired(at('02'), at('02'))).toEqual([]);
  });

  test('finds the newest entries from a wanted one on', async () => {
    await storage.log.append(STREAM, entries(1, 5), false);
    const found = await storage.log.since(STREAM, ({ seq }) => seq === 3);
    expect(found.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  describe('of what is encrypted end to end', () => {
    const WIRE = 'AAEAA-as-it-came';

    function encrypted(seq: number): Entry[] {
      return entries(seq, seq).map((entry) => ({ ...entry, body: WIRE }));
    }

    test('has what was read, and what came', async () => {
      await storage.log.append(STREAM, encrypted(1), false);
      const [kept] = await storage.log.keepRead(STREAM, [{ seq: 1, text: 'read' }], 1);
      expect(kept?.body).toBe('read');
      expect((await storage.log.entries(STREAM, 0, 1))[0]?.body).toBe('read');
      expect((await storage.log.asReceived(STREAM, 0, 1))[0]?.body).toBe(WIRE);
      expect(await storage.log.row(STREAM)).toMatchObject({ readTo: 1 });
    });

    test('says why it could not be read, until it can', async () => {
      await storage.log.append(STREAM, encrypted(1), false);
      await storage.log.keepRead(STREAM, [{ seq: 1, unreadable: 'state-lost' }], 1);
      expect((await storage.log.entries(STREAM, 0, 1))[0]).toMatchObject({
        body: WIRE,
        unreadable: 'state-lost',
      });
      const [kept] = await storage.log.keepRead(STREAM, [{ seq: 1, text: 'after all' }], 1);
      expect(kept).toMatchObject({ body: 'after all', unreadable: undefined });
    });

    test('does not bring back what was erased while it was read', async () => {
      await storage.log.append(STREAM, encrypted(1), false);
      const [purged] = entries(2, 2);
      await storage.log.append(
        STREAM,
        purged === undefined
          ? []
          : [{ ...purged, kind: 'message.purged', body: JSON.stringify({ seqs: [1] }) }],
        false,
      );
      expect(await storage.log.keepRead(STREAM, [{ seq: 1, text: 'read' }], 2)).toEqual([]);
      expect((await storage.log.entries(STREAM, 0, 1))[0]?.body).toBeUndefined();
    });
  });

  test('is gone after a wipe', async () => {
    await storage.log.append(STREAM, entries(1, 2), false);
    await LocalStorage.wipe('account');
    storage = await LocalStorage.open('account');
    expect(await storage.log.rows()).toEqual([]);
  });
});

test('watermarks and reads only move forward', async () => {
  const storage = await LocalStorage.open('marks');
  const { directory } = storage;
  await directory.mergeWatermarks('one', [{ user: 'amy', delivered: 5, read: 3 }]);
  await directory.mergeWatermarks('one', [{ user: 'amy', delivered: 4, read: 4 }]);
  expect(await directory.watermarks()).toEqual([
    { conversation: 'one', user: 'amy', delivered: 5, read: 4 },
  ]);
  await directory.markRead('one', 7);
  await directory.markRead('one', 2);
  expect(await directory.reads()).toEqual({ one: 7 });
  storage.close();
});
