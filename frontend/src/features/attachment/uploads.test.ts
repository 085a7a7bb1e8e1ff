import { beforeEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ApiProblem, ServerUnreachable } from '@/lib/api/problem';
import { fromBase64Url } from '@/lib/id/base64url';
import { browserIds } from '@/lib/id/uuid-v7';
import { readBody } from '@/lib/message/message-body';
import type { MessageFile } from '@/lib/message/message-files';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { emptyReplica } from '@/lib/sync/replica-state';
import type { FilesClient } from '@/workers/files/files-client';
import { perform } from '@/workers/files/files-api';
import { FileRefused } from '@/workers/files/format';
import { download } from './download';
import type { Patience } from './persist';
import type { PreparedFile } from './prepared-file';
import { Uploads } from './uploads';

/** One chunk to a part: the more parts, the more can go wrong. */
const PART = 1024 * 1024;

const worker: FilesClient = {
  seal: (key, file, first, count) =>
    perform({ id: 1, name: 'seal', key, file, first, count }).then(spanOf),
  open: (key, size, first, bytes) =>
    perform({ id: 1, name: 'open', key, size, first, bytes }).then(spanOf),
  end: () => undefined,
};

function spanOf(reply: Awaited<ReturnType<typeof perform>>) {
  if (reply.kind === 'refused') {
    throw new FileRefused(reply.why);
  }
  return reply.span;
}

const patience: Patience = {
  random: () => 0,
  wait: (_ms, signal) => {
    signal.throwIfAborted();
    return new Promise((resolve) => setTimeout(resolve, 0));
  },
};

/** A server that keeps what it gets, and is away when it is told to be. */
class Server {
  readonly parts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly sizes = new Map<string, number>();
  readonly complete = new Set<string>();
  puts = 0;
  isAway = false;
  refusal: ApiProblem | undefined;
  onPut: () => void = () => undefined;

  begin = (_conversation: string, id: string, size: number) => {
    this.answer();
    this.sizes.set(id, size);
    const count = Math.ceil(size / PART);
    const stored = Array.from({ length: count }, (_, index) => index + 1).filter((part) =>
      this.parts.has(`${id} ${part}`),
    );
    return Promise.resolve({ id, size, partSize: PART, stored, complete: this.complete.has(id) });
  };

  put = (
    _conversation: string,
    id: string,
    part: number,
    bytes: Uint8Array<ArrayBuffer>,
    { signal }: { signal: AbortSignal },
  ) => {
    this.puts += 1;
    this.onPut();
    signal.throwIfAborted();
    this.answer();
    this.parts.set(`${id} ${part}`, bytes);
    return Promise.resolve();
  };

  finish = (_conversation: string, id: string) => {
    this.complete.add(id);
    return Promise.resolve();
  };

  cancel = (_conversation: string, id: string) => {
    this.sizes.delete(id);
    return Promise.resolve();
  };

  read = (_conversation: string, id: string, [from, to]: readonly [number, number]) => {
    const all = [...this.parts].filter(([name]) => name.startsWith(id)).sort();
    return Promise.resolve(new Blob(all.map(([, bytes]) => bytes)).slice(from, to + 1));
  };

  private answer(): void {
    if (this.refusal !== undefined) {
      throw this.refusal;
    }
    if (this.isAway) {
      throw new ServerUnreachable('away');
    }
  }
}

function file(size: number): PreparedFile {
  const blob = new Blob([new Uint8Array(size).fill(7)]);
  return { choice: 'x', blob, name: 'a.bin', mediaType: 'application/x' };
}

describe('uploads', () => {
  let server: Server;
  let uploads: Uploads;
  let outbox: OutboxItem[];
  const store = createStore(() => emptyReplica('me'));

  beforeEach(() => {
    server = new Server();
    outbox = [];
    store.setState(emptyReplica('me'), true);
    const keep = (items: OutboxItem[]) => {
      outbox = items;
      store.setState({ outbox: items });
    };
    uploads = new Uploads({
      worker,
      patience,
      ids: browserIds,
      alone: async (_name, work) => {
        await work();
        return true;
      },
      server: {
        begin: server.begin,
        put: server.put,
        complete: server.finish,
        cancel: server.cancel,
      },
      replica: {
        store,
        sendWithFiles: (conversation, body, attachments, how) => {
          const item: OutboxItem = {
            ...how,
            conversation,
            body,
            attachments,
            cid: `cid-${outbox.length}`,
            createdAt: '',
            state: 'uploading',
          };
          keep([...outbox, item]);
          return Promise.resolve(item);
        },
        tellUpload: (cid, change) => {
          keep(outbox.map((item) => (item.cid === cid ? { ...item, ...change } : item)));
          return Promise.resolve();
        },
        discard: (cid) => {
          keep(outbox.filter((item) => item.cid !== cid));
          return Promise.resolve();
        },
      },
    });
  });

  const states = () => outbox.map(({ state }) => state);
  const until = (condition: () => boolean) =>
    expect.poll(condition, { timeout: 10_000 }).toBe(true);
  const filesOf = (item: OutboxItem | undefined): readonly MessageFile[] => {
    const content = readBody(item?.body);
    return content.type === 'text' ? (content.files ?? []) : [];
  };
  const send = (...files: PreparedFile[]) =>
    uploads.send('c', files, { type: 'text', text: 'hi' }, {});
  const fetched = async (about: MessageFile): Promise<Uint8Array> => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    await download({
      conversation: 'c',
      file: about,
      read: server.read,
      worker,
      patience,
      signal: new AbortController().signal,
      take: (piece) => void pieces.push(piece),
      onProgress: () => undefined,
    });
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };

  test('a message goes when its files are there, each under a key of its own', async () => {
    await send(file(PART + 5), file(0));
    await until(() => states()[0] === 'queued');
    const [large, empty] = filesOf(outbox[0]);
    if (large === undefined || empty === undefined) {
      throw new Error('two files');
    }
    expect(outbox[0]?.attachments).toEqual([large.id, empty.id]);
    expect(large.key).not.toBe(empty.key);
    expect(fromBase64Url(large.key).length).toBe(32);
    expect(server.complete).toEqual(new Set([large.id, empty.id]));
    const whole = Buffer.from(await file(PART + 5).blob.arrayBuffer());
    expect(whole.equals(await fetched(large))).toBe(true);
    expect((await fetched(empty)).length).toBe(0);
    expect(uploads.store.getState().size).toBe(0);
  });

  test('what was put there afterwards, even by its sender, is refused', async () => {
    await send(file(100));
    await until(() => states()[0] === 'queued');
    const [about] = filesOf(outbox[0]);
    if (about === undefined) {
      throw new Error('a file');
    }
    const other = await worker.seal(
      fromBase64Url(about.key),
      new Blob([new Uint8Array(100)]),
      0,
      1,
    );
    server.parts.set(`${about.id} 1`, other.bytes);
    await expect(fetched(about)).rejects.toEqual(new FileRefused('tampered'));
    await expect(fetched({ ...about, digest: undefined })).rejects.toBeInstanceOf(FileRefused);
    server.parts.delete(`${about.id} 1`);
    await expect(fetched(about)).rejects.toBeInstanceOf(FileRefused);
  });

  test('waits for the network, and goes on with what is missing after a pause', async () => {
    server.isAway = true;
    await send(file(2 * PART));
    await until(() => states()[0] === 'uploading');
    let before = 0;
    server.onPut = () => {
      before += 1;
      if (before === 2) {
        uploads.pause('cid-0');
      }
    };
    server.isAway = false;
    await until(() => states()[0] === 'paused');
    expect(uploads.store.getState().get('cid-0')?.isPaused).toBe(true);
    server.onPut = () => undefined;
    const stored = server.parts.size;
    server.puts = 0;
    const item = outbox[0];
    await uploads.goOn(item ?? (Promise.reject(new Error('gone')) as never));
    await until(() => states()[0] === 'queued');
    expect(server.puts).toBe(3 - stored);
    const [about] = filesOf(outbox[0]);
    expect((await fetched(about ?? (Promise.reject(new Error('gone')) as never))).length).toBe(
      2 * PART,
    );
  });

  test.each([
    ['store-full', 507, {}],
    ['budget-exhausted', 503, { budget: 'storage' }],
    ['own-budget-exhausted', 429, { budget: 'storage' }],
  ])('a refusal is told, and can be tried again: %s', async (slug, status, more) => {
    server.refusal = new ApiProblem({
      type: `urn:parley:problem:${slug}`,
      title: 'full',
      status,
      ...more,
    });
    await send(file(10));
    await until(() => states()[0] === 'failed');
    expect(outbox[0]?.problem?.status).toBe(status);
    server.refusal = undefined;
    const [item] = outbox;
    if (item !== undefined) {
      await uploads.goOn(item);
    }
    await until(() => states()[0] === 'queued');
  });

  test('what is given up is given up on the server, too', async () => {
    server.isAway = true;
    await send(file(10));
    const [item] = outbox;
    if (item !== undefined) {
      await uploads.cancel(item);
    }
    expect(outbox).toEqual([]);
    expect(uploads.store.getState().size).toBe(0);
  });

  test('files that an earlier life of the page had are said to be lost', async () => {
    store.setState({
      outbox: (outbox = [
        { cid: 'old', conversation: 'c', body: '', createdAt: '', state: 'uploading' },
      ]),
    });
    await uploads.resume();
    expect(outbox[0]?.problem?.type).toBe('urn:parley:problem:files-gone');
  });
});
