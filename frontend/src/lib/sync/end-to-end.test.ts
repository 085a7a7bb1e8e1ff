import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import type { Conversation } from '@/lib/api/types';
import { SealingRefused } from '@/lib/mls/sealing-refused';
import type { ClientFrame, Entry } from '@/lib/socket/frames';
import { conversationStream } from '@/lib/socket/streams';
import { LocalStorage } from '@/lib/storage/local-storage';
import type { StreamRow } from '@/lib/storage/database';
import type { LogEntry, Received, Seen } from '@/workers/crypto/model';
import { EndToEnd, type Groups } from './end-to-end';
import { noBackup, noGroups } from './testing/no-groups';

const CONVERSATION = '00000000-0000-7000-8000-000000000001';
const STREAM = conversationStream(CONVERSATION);

/** A body as it comes from the server: the beginning is that of a PrivateMessage. */
function wire(text: string): string {
  return `AAEAA${text}`;
}

function message(seq: number): Entry {
  return {
    stream: STREAM,
    seq,
    kind: 'message',
    by: 'amy',
    at: '2026-11-22T00:00:00.000Z',
    hash: `hash ${seq}`,
    body: wire(String(seq)),
  };
}

function frame(change: Partial<ClientFrame & { type: 'send' }> = {}): ClientFrame {
  return { type: 'send', id: '1', cid: 'c1', conversation: CONVERSATION, body: 'hello', ...change };
}

/** Reads everything, unless it is told to wait at a place or to fail. */
class Reader {
  waitsAt = Infinity;
  why: 'no-group' | 'key-changed' = 'no-group';
  isAway = false;
  asked: number[][] = [];
  /** What the authors of messages say they had. */
  readonly seen = new Map<number, Seen>();

  receive(_conversation: string, entries: LogEntry[]): Promise<Received> {
    this.asked.push(entries.map(({ seq }) => seq));
    if (this.isAway) {
      return Promise.reject(new Error('Somebody else has the keys.'));
    }
    const results = entries
      .filter(({ seq }) => seq < this.waitsAt)
      .map(({ seq }) => {
        const plaintext = new TextEncoder().encode(`text ${seq}`);
        const seen = this.seen.get(seq);
        return seen === undefined ? { seq, plaintext } : { seq, plaintext, seen };
      });
    const left = entries.find(({ seq }) => seq >= this.waitsAt);
    if (left === undefined) {
      return Promise.resolve({ results });
    }
    const waiting =
      this.why === 'no-group'
        ? { seq: left.seq, why: this.why }
        : { seq: left.seq, why: this.why, devices: ['phone'] };
    return Promise.resolve({ results, waiting });
  }
}

describe('end to end', () => {
  let storage: LocalStorage;
  let reader: Reader;
  let groups: Groups;
  let endToEnd: EndToEnd;
  let queue: Promise<void>;
  let later: string[];
  let looked: string[][];
  let contradictions: StreamRow[];

  beforeEach(async () => {
    storage = await LocalStorage.open('account');
    reader = new Reader();
    queue = Promise.resolve();
    later = [];
    looked = [];
    contradictions = [];
    groups = {
      ...noGroups,
      receive: (conversation, entries) => reader.receive(conversation, entries),
      stored: () => Promise.resolve(),
      settle: (_conversation, { why }) => Promise.resolve(why !== 'key-changed'),
      changedKeys: () =>
        Promise.resolve([{ account: 'amy', why: 'device-key', devices: ['phone'] }]),
      acceptKeys: () => {
        reader.waitsAt = Infinity;
        return Promise.resolve();
      },
    };
    open();
  });

  afterEach(async () => {
    endToEnd.stop();
    await queue;
    storage.close();
    await LocalStorage.wipe('account');
  });

  function open(): void {
    endToEnd = new EndToEnd({
      account: 'me',
      storage,
      groups,
      backup: noBackup,
      store: (work) => {
        queue = queue.then(work);
      },
      onRead: (_stream, entries) => later.push(...entries.map(({ body }) => body ?? '')),
      onContradiction: (row) => contradictions.push(row),
      onKeysChanged: (_conversation, concerns) =>
        looked.push(concerns.map(({ account }) => account)),
    });
    endToEnd.note([{ id: CONVERSATION, kind: 'e2ee' } as Conversation]);
  }

  async function appended(from: number, to: number): Promise<string[]> {
    const entries = Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
    await storage.log.append(STREAM, entries, false);
    const read = await endToEnd.read(STREAM);
    return [...read.values()].map(({ body }) => body ?? '');
  }

  test('reads what comes, once, and keeps what it says', async () => {
    expect(await appended(1, 2)).toEqual(['text 1', 'text 2']);
    expect(await appended(3, 3)).toEqual(['text 3']);
    expect(reader.asked).toEqual([[1, 2], [3]]);
    const stored = await storage.log.entries(STREAM, 0, 3);
    expect(stored.map(({ body }) => body)).toEqual(['text 1', 'text 2', 'text 3']);
  });

  test('reads on from where it had to wait, when what was missing is there', async () => {
    reader.waitsAt = 2;
    groups.settle = () => {
      reader.waitsAt = Infinity;
      return Promise.resolve(true);
    };
    expect(await appended(1, 3)).toEqual(['text 1']);
    await vi.waitFor(() => expect(later).toEqual(['text 2', 'text 3']));
  });

  test('reads at the start what was stored before and not read any more', async () => {
    endToEnd.stop();
    await storage.log.append(STREAM, [message(1), message(2)], false);
    open();
    await vi.waitFor(() => expect(later).toEqual(['text 1', 'text 2']));
  });

  test('tries again when the worker is not there: another tab may be about to close', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    reader.isAway = true;
    expect(await appended(1, 1)).toEqual([]);
    reader.isAway = false;
    vi.runAllTimers();
    vi.useRealTimers();
    await vi.waitFor(() => expect(later).toEqual(['text 1']));
  });

  test('waits for a person when a key has changed, and goes on when he says so', async () => {
    reader.waitsAt = 1;
    reader.why = 'key-changed';
    expect(await appended(1, 1)).toEqual([]);
    await vi.waitFor(() => expect(looked).toEqual([['amy']]));
    await endToEnd.acceptKeys(CONVERSATION);
    await vi.waitFor(() => expect(later).toEqual(['text 1']));
    expect(looked).toEqual([['amy'], []]);
  });

  test('puts reading off ever longer while the server does not answer', async () => {
    const pauses = await pausesOfTen(() => Promise.reject(new Error('The server is away.')));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('puts reading off ever longer while what it does for it does not help', async () => {
    const pauses = await pausesOfTen(() => Promise.resolve(true));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  /** Lets ten attempts pass to do what reading waits for, and says how long it paused between them. */
  async function pausesOfTen(settle: () => Promise<boolean>) {
    const putOff = vi.spyOn(globalThis, 'setTimeout').mockImplementation((again) => {
      void Promise.resolve().then(() => again());
      return 0 as unknown as ReturnType<typeof setTimeout>;
    });
    reader.waitsAt = 1;
    let asked = 0;
    groups.settle = () => {
      asked += 1;
      return asked < 10 ? settle() : new Promise(() => undefined);
    };
    await appended(1, 1);
    while (asked < 10) {
      await queue;
    }
    const pauses = putOff.mock.calls.map(([, ms]) => ms);
    putOff.mockRestore();
    return pauses;
  }

  test.each([
    { what: 'somebody adds another', kind: 'member.joined', by: 'me', of: 'amy', renews: 1 },
    { what: 'somebody joins by himself', kind: 'member.joined', by: 'me', of: 'me', renews: 1 },
    { what: 'somebody removes another', kind: 'member.removed', by: 'me', of: 'amy', renews: 1 },
    { what: 'somebody goes', kind: 'member.left', by: 'me', of: 'me', renews: 0 },
    { what: 'another goes', kind: 'member.left', by: 'amy', of: 'amy', renews: 0 },
    { what: 'a role changes', kind: 'member.role', by: 'me', of: 'amy', renews: 0 },
  ])('has the group follow: $what', ({ kind, by, of, renews }) => {
    const renew = vi.fn(() => Promise.resolve());
    groups.renew = renew;
    const body = JSON.stringify({ account: of, role: 'member' });
    endToEnd.follow(CONVERSATION, [{ ...message(1), kind, by, body }]);
    expect(renew).toHaveBeenCalledTimes(renews);
  });

  test('does not wait for what whoever was removed is not told', async () => {
    const left: string[] = [];
    groups.leave = (conversation) => {
      left.push(conversation);
      return Promise.resolve();
    };
    groups.settle = () =>
      Promise.reject(
        new ApiProblem({ type: 'urn:parley:problem:not-found', title: '', status: 404 }),
      );
    reader.waitsAt = 2;
    expect(await appended(1, 3)).toEqual(['text 1']);
    await vi.waitFor(() => expect(left).toEqual([CONVERSATION]));
    await queue;
    const stored = await storage.log.entries(STREAM, 0, 3);
    expect(stored.map(({ unreadable }) => unreadable)).toEqual([undefined, 'removed', 'removed']);
    expect((await storage.log.row(STREAM)).readTo).toBe(3);
  });

  test.each([
    { what: 'the same', seen: { seq: 2, hash: 'hash 2' }, contradicts: false },
    { what: 'another entry', seen: { seq: 2, hash: 'hash of another' }, contradicts: true },
    { what: 'what comes after his message', seen: { seq: 4, hash: 'hash 4' }, contradicts: true },
    { what: 'what was before this device', seen: { seq: 1, hash: 'any' }, contradicts: false },
  ])(
    'notices when the author of a message had another log: $what',
    async ({ seen, contradicts }) => {
      await storage.log.begin(STREAM, 1, 0);
      reader.seen.set(4, seen);
      expect(await appended(2, 4)).toEqual(['text 2', 'text 3', 'text 4']);
      reader.seen.set(5, { seq: 2, hash: 'still another' });
      await queue;
      const told = contradicts ? { seq: 4, by: 'amy' } : undefined;
      expect((await storage.log.row(STREAM)).contradicted).toEqual(told);
      expect(contradictions.map(({ contradicted }) => contradicted)).toEqual(told ? [told] : []);
      await appended(5, 5);
      await queue;
      expect((await storage.log.row(STREAM)).contradicted).toEqual(told ?? { seq: 5, by: 'amy' });
    },
  );

  test('says with a message how far this device has the log', async () => {
    await appended(1, 3);
    const said: unknown[] = [];
    groups.seal = (_conversation, _cid, _body, seen) => {
      said.push(seen);
      return Promise.resolve({ epoch: 7, body: wire('1') });
    };
    await endToEnd.outgoing(frame());
    expect(said).toEqual([{ seq: 3, hash: 'hash 3' }]);
  });

  test('leaves the group when entries are passed over: it could not follow', async () => {
    const left: string[] = [];
    groups.leave = (conversation) => {
      left.push(conversation);
      return Promise.resolve();
    };
    await endToEnd.passOver(STREAM);
    await endToEnd.passOver(conversationStream('another'));
    await endToEnd.passOver('u/me');
    expect(left).toEqual([CONVERSATION]);
  });

  test('sends what is encrypted, and does not say whom it names', async () => {
    groups.seal = (_conversation, _cid, body) =>
      Promise.resolve({ epoch: 7, body: wire(String(body.length)) });
    expect(await endToEnd.outgoing(frame({ notify: ['amy'], expiresIn: 60 }))).toEqual({
      type: 'send',
      id: '1',
      cid: 'c1',
      conversation: CONVERSATION,
      epoch: 7,
      body: wire('5'),
      expiresIn: 60,
    });
    expect(await endToEnd.outgoing(frame({ notify: 'none' }))).toMatchObject({ notify: 'none' });
  });

  test('lets everything else pass as it is', async () => {
    const purge: ClientFrame = {
      type: 'purge',
      id: '1',
      cid: 'c',
      conversation: CONVERSATION,
      seqs: [1],
    };
    expect(endToEnd.encrypts(purge)).toBe(false);
    expect(await endToEnd.outgoing(purge)).toBe(purge);

    const open = frame({ conversation: 'open' });
    endToEnd.note([{ id: 'open', kind: 'sealed' } as Conversation]);
    expect(endToEnd.encrypts(open)).toBe(false);
    expect(await endToEnd.outgoing(open)).toBe(open);
  });

  test('says nothing in a conversation of which it does not know whether it is encrypted', async () => {
    groups.seal = () => Promise.resolve({ epoch: 1, body: wire('sealed') });
    const unheard = frame({ conversation: 'unheard' });
    expect(endToEnd.encrypts(unheard)).toBe(true);
    expect(await endToEnd.outgoing(unheard)).toMatchObject({ type: 'error', retry: 'after' });

    // A tab stores what it has opened, and the engine is not told.
    await storage.directory.add({ id: 'unheard', kind: 'e2ee' } as Conversation);
    expect(await endToEnd.outgoing(unheard)).toMatchObject({ body: wire('sealed') });
    await storage.directory.add({ id: 'open', kind: 'sealed' } as Conversation);
    const open = frame({ conversation: 'open' });
    expect(await endToEnd.outgoing(open)).toBe(open);
  });

  test('goes on encrypting when a server says that a conversation is not encrypted any more', async () => {
    groups.seal = () => Promise.resolve({ epoch: 1, body: wire('sealed') });
    endToEnd.note([{ id: CONVERSATION, kind: 'sealed' } as Conversation]);
    expect(endToEnd.encrypts(frame())).toBe(true);
    expect(await endToEnd.outgoing(frame())).toMatchObject({ body: wire('sealed') });
  });

  test.each([
    ['nobody-can-read', 'after', 5_000],
    ['not-yet', 'after', undefined],
    ['too-large', 'never', undefined],
  ] as const)('says that a message is not sent: %s', async (why, retry, afterMs) => {
    groups.seal = () => Promise.reject(new SealingRefused(why));
    const refused = await endToEnd.outgoing(frame());
    expect(refused).toMatchObject({ type: 'error', re: '1', retry });
    expect(refused).toHaveProperty('problem.type', `urn:parley:problem:${why}`);
    expect('afterMs' in refused ? refused.afterMs : undefined).toBe(afterMs);
  });

  test('keeps a message and tries again when the server cannot be reached', async () => {
    groups.seal = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await endToEnd.outgoing(frame())).toMatchObject({ type: 'error', retry: 'after' });
  });

  test('tells of keys that have changed when a message cannot be encrypted for them', async () => {
    groups.seal = () => Promise.reject(new SealingRefused('key-changed', ['phone']));
    expect(await endToEnd.outgoing(frame())).toMatchObject({ type: 'error', retry: 'after' });
    await vi.waitFor(() => expect(looked).toEqual([['amy']]));
  });
});
