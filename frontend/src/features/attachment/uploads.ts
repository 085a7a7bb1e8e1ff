import { createStore, type StoreApi } from 'zustand/vanilla';
import { ApiProblem, type Problem } from '@/lib/api/problem';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { uuidV7, type IdSource } from '@/lib/id/uuid-v7';
import { readBody, writeBody, type TextContent } from '@/lib/message/message-body';
import type { MessageFile } from '@/lib/message/message-files';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { Replica, SendOptions } from '@/lib/sync/replica';
import type { FilesClient } from '@/workers/files/files-client';
import { FileRefused } from '@/workers/files/format';
import type { Patience } from './persist';
import { aboutOf, type PreparedFile } from './prepared-file';
import { Upload, type UploadServer } from './upload';

/** How the files of one message come along. */
export interface UploadState {
  /** By the id of each file, from 0 to 1. */
  done: ReadonlyMap<string, number>;
  isPaused: boolean;
}

export interface UploadsOptions {
  replica: Pick<Replica, 'sendWithFiles' | 'tellUpload' | 'discard' | 'store'>;
  server: UploadServer & { cancel(conversation: string, id: string): Promise<void> };
  worker: FilesClient;
  patience: Patience;
  ids: IdSource;
  /**
   * Does something while no other tab does it for the same message; at once or not at all.
   *
   * @returns false when another tab does
   */
  alone: (name: string, work: () => Promise<void>) => Promise<boolean>;
}

const KEY_BYTES = 32;
/** Messages whose files are on their way at the same time. */
const AT_ONCE = 2;

/** A message with files, as far as this tab has to do with it. */
interface Task {
  item: OutboxItem;
  uploads: Map<string, Upload>;
  running: AbortController | undefined;
  isPaused: boolean;
  done: Map<string, number>;
}

/** The message's files are not in this browser any more. */
export const FILES_GONE: Problem = {
  type: 'urn:parley:problem:files-gone',
  title: 'The files are not in this browser any more.',
  status: 410,
};

/**
 * Uploads the files of messages that wait in the outbox, and lets each message go when all of its
 * files are there. What a tab has begun it does itself: only it has the files.
 */
export class Uploads {
  readonly store: StoreApi<ReadonlyMap<string, UploadState>> = createStore(() => new Map());
  private readonly tasks = new Map<string, Task>();
  private readonly own = new Map<string, Blob>();

  constructor(private readonly options: UploadsOptions) {}

  /** Ends all that is under way; what is on the server goes on from there at the next start. */
  close(): void {
    this.tasks.forEach((task) => task.running?.abort());
  }

  /** A file that this tab has sent itself: there is no need to fetch it. */
  sent(id: string): Blob | undefined {
    return this.own.get(id);
  }

  /** Puts a message on its way: it is shown at once, and goes when its files are there. */
  async send(
    conversation: string,
    files: readonly PreparedFile[],
    content: Omit<TextContent, 'files'>,
    how: SendOptions,
  ): Promise<void> {
    const { ids, replica } = this.options;
    const described = files.map((file) => {
      const id = uuidV7(ids);
      const key = toBase64Url(ids.randomBytes(new Uint8Array(KEY_BYTES)));
      this.own.set(id, file.blob);
      return { ...aboutOf(file), id, key, size: file.blob.size };
    });
    const item = await replica.sendWithFiles(
      conversation,
      writeBody({ ...content, files: described }, ids),
      described.map(({ id }) => id),
      how,
    );
    this.begin(item, described);
  }

  /** Goes on where an earlier life of this tab has left off, or says that it cannot. */
  async resume(): Promise<void> {
    const waiting = this.options.replica.store
      .getState()
      .outbox.filter(({ state }) => state === 'uploading' || state === 'paused');
    for (const { cid } of waiting) {
      if (!this.tasks.has(cid)) {
        await this.options.alone(lockOf(cid), () =>
          this.options.replica.tellUpload(cid, { state: 'failed', problem: FILES_GONE }),
        );
      }
    }
  }

  pause(cid: string): void {
    const task = this.tasks.get(cid);
    if (task !== undefined && !task.isPaused) {
      task.isPaused = true;
      task.running?.abort();
      task.running = undefined;
      this.tell(task);
      void this.options.replica.tellUpload(cid, { state: 'paused' });
      this.startNext();
    }
  }

  /** Goes on with what was paused, or was refused. */
  async goOn({ cid, body }: OutboxItem): Promise<void> {
    const task = this.tasks.get(cid);
    if (task === undefined) {
      // With a digest each the files are on the server, and the message can be sent again.
      const content = readBody(body);
      const files = content.type === 'text' ? (content.files ?? []) : [];
      await this.options.replica.tellUpload(
        cid,
        files.every(({ digest }) => digest !== undefined)
          ? { state: 'queued' }
          : { state: 'failed', problem: FILES_GONE },
      );
      return;
    }
    task.isPaused = false;
    this.tell(task);
    await this.options.replica.tellUpload(cid, { state: 'uploading' });
    this.startNext();
  }

  /** Gives a message up, with all that was uploaded for it. */
  async cancel(item: OutboxItem): Promise<void> {
    const task = this.tasks.get(item.cid);
    task?.running?.abort();
    this.forget(item.cid);
    await this.options.replica.discard(item.cid);
    this.startNext();
    for (const id of item.attachments ?? []) {
      this.own.delete(id);
      // What cannot be said now the server finds out by itself, a day later.
      await this.options.server.cancel(item.conversation, id).catch(() => undefined);
    }
  }

  private begin(item: OutboxItem, files: readonly MessageFile[]): void {
    const { server, worker, patience } = this.options;
    const uploads = new Map(
      files.map(({ id, key }) => [
        id,
        new Upload(
          {
            conversation: item.conversation,
            id,
            key: fromBase64Url(key),
            file: this.own.get(id) ?? new Blob(),
          },
          server,
          worker,
          patience,
        ),
      ]),
    );
    const done = new Map(files.map(({ id }) => [id, 0]));
    const task: Task = { item, uploads, running: undefined, isPaused: false, done };
    this.tasks.set(item.cid, task);
    this.tell(task);
    this.startNext();
  }

  private startNext(): void {
    const tasks = [...this.tasks.values()];
    const running = tasks.filter((task) => task.running !== undefined).length;
    tasks
      .filter((task) => task.running === undefined && !task.isPaused)
      .slice(0, Math.max(0, AT_ONCE - running))
      .forEach((task) => void this.run(task));
  }

  private async run(task: Task): Promise<void> {
    const { cid } = task.item;
    const running = new AbortController();
    task.running = running;
    try {
      await this.options.alone(lockOf(cid), () => this.uploadAll(task, running.signal));
    } catch (error) {
      if (!running.signal.aborted) {
        running.abort();
        task.isPaused = true;
        await this.options.replica.tellUpload(cid, { state: 'failed', problem: problemOf(error) });
      }
    } finally {
      if (task.running === running) {
        task.running = undefined;
        this.startNext();
      }
    }
  }

  private async uploadAll(task: Task, signal: AbortSignal): Promise<void> {
    const { cid } = task.item;
    const digests = new Map<string, string>();
    for (const [id, upload] of task.uploads) {
      const digest = await upload.run(signal, (done) => {
        task.done.set(id, done);
        this.tell(task);
      });
      digests.set(id, toBase64Url(digest));
    }
    const content = readBody(task.item.body);
    if (content.type === 'text') {
      const files = content.files?.map((file) => ({ ...file, digest: digests.get(file.id) }));
      const body = writeBody({ ...content, files }, this.options.ids);
      await this.options.replica.tellUpload(cid, { state: 'queued', body });
    }
    this.forget(cid);
  }

  private forget(cid: string): void {
    this.tasks.delete(cid);
    const states = new Map(this.store.getState());
    states.delete(cid);
    this.store.setState(states, true);
  }

  private tell({ item, done, isPaused }: Task): void {
    const states = new Map(this.store.getState());
    states.set(item.cid, { done: new Map(done), isPaused });
    this.store.setState(states, true);
  }
}

function lockOf(cid: string): string {
  return `parley-upload-${cid}`;
}

function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) {
    return error.problem;
  }
  return error instanceof FileRefused
    ? FILES_GONE
    : { type: 'about:blank', title: 'The files could not be uploaded.', status: 500 };
}
