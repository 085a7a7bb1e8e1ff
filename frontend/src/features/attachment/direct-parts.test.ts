import { beforeEach, describe, expect, test } from 'vitest';
import { ServerUnreachable } from '@/lib/api/problem';
import { fromBase64Url } from '@/lib/id/base64url';
import { DirectParts, type Store } from './direct-parts';

const PART = 8;
const BYTES = new Uint8Array([1, 2, 3, 4, 5]);

/** A server with its store, which notes by which way everything went. */
class Installation implements Store {
  partSize: number | undefined = PART;
  isSigning = true;
  isStoreThere = true;
  isServerThere = true;
  readonly log: string[] = [];
  readonly sums: string[] = [];

  partBytes = () => Promise.resolve(this.partSize);

  signPut: Store['signPut'] = (_conversation, id, part, sha256) => {
    this.sums.push(sha256);
    return this.sign(`put ${id} ${part}`, { 'x-sum': sha256 });
  };

  signGet: Store['signGet'] = (_conversation, id, part) => this.sign(`get ${id} ${part}`);

  put: Store['put'] = async ({ url, headers }, body) => {
    this.requireStore();
    this.log.push(`${url} ${body.size} ${JSON.stringify(Object.keys(headers ?? {}))}`);
    await Promise.resolve();
  };

  get: Store['get'] = ({ url }, range) => {
    this.requireStore();
    this.log.push(`${url} ${range.join('-')}`);
    return Promise.resolve(new Blob(['direct']));
  };

  readonly through = {
    put: (_conversation: string, id: string, part: number) => {
      this.requireServer();
      this.log.push(`through put ${id} ${part}`);
      return Promise.resolve();
    },
    read: (_conversation: string, id: string, range: readonly [number, number]) => {
      this.requireServer();
      this.log.push(`through get ${id} ${range.join('-')}`);
      return Promise.resolve(new Blob(['through']));
    },
  };

  private sign(url: string, headers?: Record<string, string>) {
    this.requireServer();
    return Promise.resolve(this.isSigning ? { url, headers } : {});
  }

  private requireServer() {
    if (!this.isServerThere) {
      throw new ServerUnreachable('away');
    }
  }

  private requireStore() {
    if (!this.isStoreThere) {
      throw new ServerUnreachable('The store did not answer.');
    }
  }
}

describe('parts of files', () => {
  let installation: Installation;
  let parts: DirectParts;
  let giving: AbortController;

  beforeEach(() => {
    installation = new Installation();
    parts = new DirectParts(installation, installation.through);
    giving = new AbortController();
  });

  const put = (id: string, part = 1) =>
    parts.put('c', id, part, BYTES, { signal: giving.signal, onProgress: () => undefined });
  const read = (id: string, from: number, to: number) =>
    parts.read('c', id, [from, to], giving.signal);

  test('go to the store by themselves, with the sum that was signed', async () => {
    await put('a', 3);
    expect(installation.log).toEqual(['put a 3 5 ["x-sum"]']);
    const sum = await crypto.subtle.digest('SHA-256', BYTES);
    expect(installation.sums.map(fromBase64Url)).toEqual([new Uint8Array(sum)]);
  });

  test('come from the store in spans of the part that has them', async () => {
    expect(await (await read('a', 0, 3)).text()).toBe('direct');
    await read('a', 4, 7);
    await read('a', 16, 20);
    expect(installation.log).toEqual(['get a 1 0-3', 'get a 1 4-7', 'get a 3 0-4']);
  });

  test('go through the server where it says nothing else, or a span has two parts', async () => {
    await read('a', 6, 9);
    installation.isSigning = false;
    await put('a');
    installation.partSize = undefined;
    await put('a');
    expect(installation.sums.length).toBe(1);
    expect(await (await read('a', 0, 3)).text()).toBe('through');
    expect(installation.log).toEqual([
      'through get a 6-9',
      'through put a 1',
      'through put a 1',
      'through get a 0-3',
    ]);
  });

  test('of one file go through the server once the store alone is away', async () => {
    installation.isStoreThere = false;
    await put('a', 1);
    installation.isStoreThere = true;
    await put('a', 2);
    await put('b', 1);
    expect(installation.log).toEqual(['through put a 1', 'through put a 2', 'put b 1 5 ["x-sum"]']);
  });

  test('wait while everything is away, and then go by themselves again', async () => {
    installation.isStoreThere = false;
    installation.isServerThere = false;
    await expect(put('a')).rejects.toBeInstanceOf(ServerUnreachable);
    await expect(read('a', 0, 3)).rejects.toBeInstanceOf(ServerUnreachable);
    installation.isStoreThere = true;
    installation.isServerThere = true;
    await put('a');
    expect(installation.log).toEqual(['put a 1 5 ["x-sum"]']);
  });

  test('that somebody gives up go no other way', async () => {
    installation.isStoreThere = false;
    giving.abort();
    await expect(put('a')).rejects.toBe(giving.signal.reason);
    expect(installation.log).toEqual([]);
  });
});
