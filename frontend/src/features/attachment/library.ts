import type { MessageFile } from '@/lib/message/message-files';
import type { FilesClient } from '@/workers/files/files-client';
import { download, type ReadCiphertext } from './download';
import type { Patience } from './persist';

export interface LibraryOptions {
  read: ReadCiphertext;
  worker: FilesClient;
  patience: Patience;
  /** What is here without being fetched. */
  own: (id: string) => Blob | undefined;
}

/** Bytes that are held for what may be shown again; the browser keeps blobs where it likes. */
const KEPT_BYTES = 256 * 1024 * 1024;

/** The decrypted files of this tab: each is fetched once, and forgotten when there are many. */
export class Library {
  private readonly files = new Map<string, Promise<Blob>>();
  private readonly sizes = new Map<string, number>();

  constructor(private readonly options: LibraryOptions) {}

  /** What is here already. */
  at(id: string): Promise<Blob> | undefined {
    const own = this.options.own(id);
    return own === undefined ? this.files.get(id) : Promise.resolve(own);
  }

  /**
   * A file, decrypted, with a type that a browser may show.
   *
   * @param onProgress from 0 to 1; not called for what is here
   */
  fetch(
    conversation: string,
    file: MessageFile,
    signal: AbortSignal,
    onProgress: (done: number) => void = () => undefined,
  ): Promise<Blob> {
    const known = this.at(file.id);
    if (known !== undefined) {
      return known;
    }
    const fetched = this.whole(conversation, file, signal, onProgress);
    this.files.set(file.id, fetched);
    this.sizes.set(file.id, file.size);
    fetched.catch(() => this.forget(file.id));
    this.makeRoom(file.id);
    return fetched;
  }

  /** Decrypts a file to where it is kept, without keeping it here. */
  async write(
    conversation: string,
    file: MessageFile,
    signal: AbortSignal,
    to: Pick<WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>, 'write' | 'abort' | 'close'>,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const { read, worker, patience } = this.options;
    try {
      await download({
        conversation,
        file,
        read,
        worker,
        patience,
        signal,
        take: (piece) => to.write(piece),
        onProgress,
      });
      await to.close();
    } catch (error) {
      await to.abort();
      throw error;
    }
  }

  private async whole(
    conversation: string,
    file: MessageFile,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Blob> {
    const { read, worker, patience } = this.options;
    // Each piece is a blob, and the whole refers to them: none of it has to stay in memory.
    const pieces: Blob[] = [];
    await download({
      conversation,
      file,
      read,
      worker,
      patience,
      signal,
      take: (piece) => {
        pieces.push(new Blob([piece]));
      },
      onProgress,
    });
    return new Blob(pieces, { type: file.mediaType });
  }

  private forget(id: string): void {
    this.files.delete(id);
    this.sizes.delete(id);
  }

  private makeRoom(newest: string): void {
    let bytes = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [id, size] of this.sizes) {
      if (bytes <= KEPT_BYTES || id === newest) {
        return;
      }
      bytes -= size;
      this.forget(id);
    }
  }
}
