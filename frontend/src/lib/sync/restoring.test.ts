import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import { LocalStorage } from '@/lib/storage/local-storage';
import type { EntryResult } from '@/workers/crypto/model';
import { EndToEnd, type Backup } from './end-to-end';
import { storedReadLog } from './stored-read-log';
import { noGroups } from './testing/no-groups';

const ONE = '00000000-0000-7000-8000-0000000000c1';
const STREAM = `c/${ONE}` as const;

/** What came for a message that is encrypted end to end. */
const WIRE = 'AAEAAhABogToKYR5V48Hv6HlvPhTAAAA';

function entries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    stream: STREAM,
    seq: from + index,
    kind: 'message',
    by: '00000000-0000-7000-8000-0000000000a2',
    at: '2026-11-21T00:00:00.000Z',
    hash: `hash-${from + index}`,
    body: WIRE,
  }));
}

describe('what another browser has read', () => {
  let storage: LocalStorage;
  let results: EntryResult[];
  let backup: Map<number, string>;
  let asked: [number, number][];
  let changed: string[];
  let told: Entry[];
  let isAway: boolean;
  let queue: Promise<void>;

  beforeEach(async () => {
    storage = await LocalStorage.open('account');
    results = [];
    backup = new Map();
    asked = [];
    changed = [];
    told = [];
    isAway = false;
    queue = Promise.resolve();
  });

  afterEach(async () => {
    storage.close();
    await LocalStorage.wipe('account');
  });

  function endToEnd(): EndToEnd {
    const fromBackup: Backup = {
      changed: (conversation) => changed.push(conversation),
      restore: (_conversation, after, before) => {
        asked.push([after, before]);
        return isAway
          ? Promise.reject(new Error('away'))
          : Promise.resolve(new Map([...backup].filter(([seq]) => seq > after && seq < before)));
      },
    };
    const made = new EndToEnd({
      account: 'account',
      storage,
      groups: {
        ...noGroups,
        receive: () => Promise.resolve({ results }),
        stored: () => Promise.resolve(),
      },
      backup: fromBackup,
      store: (work) => {
        queue = queue.then(work);
      },
      onRead: (_stream, read) => told.push(...read),
      onContradiction: () => undefined,
      onKeysChanged: () => undefined,
    });
    made.note([{ id: ONE, kind: 'e2ee' } as Conversation]);
    return made;
  }

  async function bodies(): Promise<(string | undefined)[]> {
    const all = await storage.log.all(STREAM);
    return all.map(({ body, unreadable }) => unreadable ?? body);
  }

  test('is taken out of the backup where this browser came too late', async () => {
    await storage.log.append(STREAM, entries(1, 4), false);
    results = [
      { seq: 1, failed: 'before-joining' },
      { seq: 2, failed: 'state-lost' },
      { seq: 3, failed: 'tampered' },
      { seq: 4, plaintext: new TextEncoder().encode('four') },
    ];
    backup = new Map([1, 2, 3, 4].map((seq) => [seq, `${seq} from the backup`]));
    endToEnd();
    await expect.poll(() => told.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 1, 2]);
    expect(await bodies()).toEqual(['1 from the backup', '2 from the backup', 'tampered', 'four']);
    expect(changed).toContain(ONE);
  });

  test('is looked for again when the root has come, in parts, the newest first', async () => {
    await storage.log.append(STREAM, entries(1, 1_200), false);
    results = entries(1, 1_200).map(({ seq }) => ({ seq, failed: 'before-joining' }));
    isAway = true;
    const made = endToEnd();
    await expect.poll(() => asked.length).toBe(1);
    isAway = false;
    asked = [];
    backup = new Map(entries(1, 1_199).map(({ seq }) => [seq, 'text']));
    await made.restoreAll();
    await queue;
    expect(asked).toEqual([
      [700, 1_201],
      [200, 701],
      [0, 201],
    ]);
    expect((await bodies()).filter((body) => body === 'text')).toHaveLength(1_199);
    asked = [];
    await made.restoreAll();
    expect(asked).toEqual([[1_199, 1_201]]);
  });

  test('is backed up from where that stopped, as far as it was read', async () => {
    await storage.log.append(STREAM, entries(1, 4), false);
    results = [
      { seq: 1, plaintext: new TextEncoder().encode('one') },
      { seq: 2, failed: 'tampered' },
      { seq: 3, plaintext: new TextEncoder().encode('three') },
    ];
    endToEnd();
    await expect.poll(() => told).toHaveLength(3);
    const log = storedReadLog(storage.log);
    expect(await log.unkept(ONE, 'key', 2)).toEqual({
      entries: [{ seq: 1, text: 'one' }],
      upTo: 2,
    });
    await log.kept(ONE, 'key', 2);
    expect(await log.unkept(ONE, 'key', 10)).toEqual({
      entries: [{ seq: 3, text: 'three' }],
      upTo: 4,
    });
    await log.kept(ONE, 'key', 4);
    expect(await log.unkept(ONE, 'key', 10)).toBeUndefined();
    // Under another key all of it is backed up anew.
    expect((await log.unkept(ONE, 'other', 10))?.entries.map(({ seq }) => seq)).toEqual([1, 3]);
  });
});
