import type { FilesClient } from '@/workers/files/files-client';
import { CHUNK_BYTES, chunkCount, cipherBytes, fileDigest } from '@/workers/files/format';
import type { Upload as UploadAnswer } from '@/lib/api/types';
import { persist, type Patience } from './persist';

/** What an upload needs of the server. */
export interface UploadServer {
  begin(conversation: string, id: string, size: number, signal: AbortSignal): Promise<UploadAnswer>;
  put(
    conversation: string,
    id: string,
    part: number,
    bytes: Uint8Array<ArrayBuffer>,
    how: { signal: AbortSignal; onProgress: (done: number) => void },
  ): Promise<void>;
  complete(conversation: string, id: string, signal: AbortSignal): Promise<void>;
}

export interface UploadJob {
  conversation: string;
  id: string;
  key: Uint8Array<ArrayBuffer>;
  file: Blob;
}

/** So many parts are on their way at once, and in memory. */
const AT_ONCE = 3;

/**
 * One file on its way. It may be run again after it was stopped, and goes on with what the server has
 * not got yet. The same part is always the same bytes: key, number and file do not change.
 */
export class Upload {
  private readonly digests = new Map<number, Uint8Array<ArrayBuffer>[]>();

  constructor(
    private readonly job: UploadJob,
    private readonly server: UploadServer,
    private readonly worker: FilesClient,
    private readonly patience: Patience,
  ) {}

  /**
   * Uploads what is missing, for as long as it takes.
   *
   * @param onProgress from 0 to 1
   * @returns the digest of the file
   */
  async run(
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { conversation, id, file } = this.job;
    const size = cipherBytes(file.size);
    const begun = await this.persist(
      () => this.server.begin(conversation, id, size, signal),
      signal,
    );
    const parts = Math.ceil(size / begun.partSize);
    const chunksOfPart = begun.partSize / CHUNK_BYTES;
    const stored = new Set(begun.stored);
    const sent = new Map([...stored].map((part) => [part, 1]));
    const tell = () => {
      const bytesOf = (part: number) =>
        Math.min(begun.partSize, size - (part - 1) * begun.partSize);
      const done = [...sent].reduce((sum, [part, share]) => sum + share * bytesOf(part), 0);
      onProgress(done / size);
    };
    tell();
    let next = 1;
    const work = async () => {
      while (next <= parts) {
        signal.throwIfAborted();
        const part = next;
        next += 1;
        await this.part(part, chunksOfPart, stored.has(part), signal, (share) => {
          sent.set(part, share);
          tell();
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (!begun.complete) {
      await this.persist(() => this.server.complete(conversation, id, signal), signal);
    }
    const digests = Array.from({ length: parts }, (_, index) => this.digests.get(index + 1) ?? []);
    const all = digests.flat();
    if (all.length !== chunkCount(file.size)) {
      throw new Error('a part has no digest');
    }
    return fileDigest(all);
  }

  private async part(
    part: number,
    chunks: number,
    isStored: boolean,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    if (isStored && this.digests.has(part)) {
      return;
    }
    const { conversation, id, key, file } = this.job;
    const { bytes, digests } = await this.worker.seal(key, file, (part - 1) * chunks, chunks);
    this.digests.set(part, digests);
    if (!isStored) {
      await this.persist(
        () => this.server.put(conversation, id, part, bytes, { signal, onProgress }),
        signal,
      );
    }
    onProgress(1);
  }

  private persist<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    return persist(work, signal, this.patience);
  }
}
