import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import type { ReadEntry } from '@/workers/crypto/account-client';
import { AccountRoot } from './account-root';
import { HistoryBackup, type ReadLog } from './history-backup';
import { ACCOUNT, browserKeys, VirtualBackupServer } from './testing/virtual-backup';

const ONE = '00000000-0000-7000-8000-0000000000c1';
const TWO = '00000000-0000-7000-8000-0000000000c2';

/** What a browser has read, with the marks that it stores. */
class MemoryLog implements ReadLog {
  readonly read = new Map<string, ReadEntry[]>();
  readonly marks = new Map<string, { key: string; upTo: number }>();

  unkept(conversation: string, key: string, limit: number) {
    const mark = this.marks.get(conversation);
    const from = mark?.key === key ? mark.upTo : 0;
    const entries = (this.read.get(conversation) ?? [])
      .filter(({ seq }) => seq > from)
      .slice(0, limit);
    const last = entries.at(-1);
    return Promise.resolve(last === undefined ? undefined : { entries, upTo: last.seq });
  }

  kept(conversation: string, key: string, upTo: number) {
    this.marks.set(conversation, { key, upTo });
    return Promise.resolve();
  }
}

interface Browser {
  root: AccountRoot;
  history: HistoryBackup;
  log: MemoryLog;
}

let server: VirtualBackupServer;
let open: HistoryBackup[] = [];
let ids = 0;

beforeEach(() => {
  server = new VirtualBackupServer();
  open = [];
});

afterEach(() => {
  open.forEach((history) => history.stop());
});

/** A browser of the person; when it begins again, with what it has stored. */
function browser(before?: Browser, keys = browserKeys()): Browser {
  const root =
    before?.root ??
    new AccountRoot({ account: ACCOUNT, keys, server, newId: () => `id-${(ids += 1)}` });
  const history = new HistoryBackup({
    account: ACCOUNT,
    root,
    keys,
    server,
    soonMs: 5,
    againMs: 5,
  });
  const log = before?.log ?? new MemoryLog();
  history.follow(log);
  open.push(history);
  return { root, history, log };
}

function texts(from: number, to: number): ReadEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    seq: from + index,
    text: `text ${from + index}`,
  }));
}

function reads({ history, log }: Browser, conversation: string, entries: ReadEntry[]): void {
  log.read.set(conversation, [...(log.read.get(conversation) ?? []), ...entries]);
  history.changed(conversation);
}

function secret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(3);
}

/** The same person's next browser, which has got the root. */
async function next(first: Browser): Promise<Browser> {
  await first.root.add('passkey', 'AAEC', secret());
  const second = browser();
  const [method] = (await second.root.look()).methods;
  if (method === undefined) {
    throw new Error('there is no way');
  }
  await second.root.unlock(method, secret());
  return second;
}

describe('the backup', () => {
  test('gives another browser what the first one has read', async () => {
    const first = browser();
    reads(first, ONE, texts(3, 5));
    reads(first, TWO, texts(1, 1));
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(3);
    await expect.poll(() => server.backups.get(TWO)?.size).toBe(1);
    const second = await next(first);
    expect(await second.history.restore(ONE, 0, 100)).toEqual(
      new Map([
        [3, 'text 3'],
        [4, 'text 4'],
        [5, 'text 5'],
      ]),
    );
    expect([...(await second.history.restore(ONE, 3, 5)).keys()]).toEqual([4]);
    expect((await second.history.restore(TWO, 1, 2)).size).toBe(0);
    expect(JSON.stringify([...(server.backups.get(ONE) ?? [])])).not.toContain('text');
  });

  test('is added to in few requests, and read in as many as there are pages', async () => {
    const first = browser();
    reads(first, ONE, texts(1, 450));
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(450);
    expect(server.requests.map(({ seqs }) => seqs.length)).toEqual([200, 200, 50]);
    server.pageEntries = 100;
    expect((await first.history.restore(ONE, 0, 451)).size).toBe(450);
  });

  test('does not send more at once than the server takes', async () => {
    const first = browser();
    const long = texts(1, 40).map(({ seq }) => ({ seq, text: 'x'.repeat(40_000) }));
    reads(first, ONE, long);
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(40);
    expect(server.requests.length).toBeGreaterThan(1);
    expect(await first.history.restore(ONE, 39, 41)).toEqual(new Map([[40, long[0]?.text]]));
  });

  test('waits for the root, and then has all that was read meanwhile', async () => {
    const first = browser();
    await first.root.add('passkey', 'AAEC', secret());
    const second = browser();
    reads(second, ONE, texts(7, 8));
    await second.history.flush();
    expect(server.backups.size).toBe(0);
    expect((await second.history.restore(ONE, 0, 9)).size).toBe(0);
    const [method] = (await second.root.look()).methods;
    if (method !== undefined) {
      await second.root.unlock(method, secret());
    }
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(2);
  });

  test('goes on where it stopped when the server was away, or the browser closed', async () => {
    const keys = browserKeys();
    const first = browser(undefined, keys);
    let isAway = true;
    server.beforeKeep = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve());
    reads(first, ONE, texts(1, 250));
    await first.history.flush();
    expect(server.backups.size).toBe(0);
    isAway = false;
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(250);

    // It closes between what it has sent and what it has stored of that.
    first.history.stop();
    first.log.marks.set(ONE, { key: first.log.marks.get(ONE)?.key ?? '', upTo: 200 });
    const again = browser(first, keys);
    again.history.changed(ONE);
    await expect.poll(() => again.log.marks.get(ONE)?.upTo).toBe(250);
    expect(server.requests.at(-1)?.seqs).toHaveLength(50);
    again.history.changed(ONE);
    const { length } = server.requests;
    await again.history.flush();
    expect(server.requests).toHaveLength(length);
  });

  test('begins from the first that was read after the account has begun anew', async () => {
    const first = browser();
    reads(first, ONE, texts(1, 3));
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(3);
    await first.root.beginAnew();
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(3);
    expect((await first.history.restore(ONE, 0, 9)).size).toBe(3);
  });

  test('stops when another browser has begun anew', async () => {
    const first = browser();
    reads(first, ONE, texts(1, 1));
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(1);
    await browser().root.beginAnew();
    server.beforeKeep = () => Promise.resolve();
    reads(first, ONE, texts(2, 2));
    await first.history.flush();
    await expect.poll(() => first.root.openKey()).toBeUndefined();
    expect(server.backups.size).toBe(0);
  });

  test('leaves out what the server adds, swaps or makes up', async () => {
    const first = browser();
    reads(first, ONE, texts(1, 3));
    await expect.poll(() => server.backups.get(ONE)?.size).toBe(3);
    const backup = server.backups.get(ONE) ?? new Map<number, string>();
    backup.set(9, backup.get(1) ?? '');
    backup.set(2, backup.get(3) ?? '');
    expect([...(await first.history.restore(ONE, 0, 100)).keys()]).toEqual([1, 3]);
    const read = server.read.bind(server);
    server.read = (conversation) => read(conversation, {});
    expect([...(await first.history.restore(ONE, 0, 2)).keys()]).toEqual([1]);
  });

  test('a server that is not there is a failure of restoring', async () => {
    const first = browser();
    await first.root.look();
    const gone = { type: 'urn:parley:problem:unavailable', title: 'Away', status: 503 };
    server.read = () => Promise.reject(new ApiProblem(gone));
    await expect(first.history.restore(ONE, 0, 9)).rejects.toThrow('Away');
  });
});
