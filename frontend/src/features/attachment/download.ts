import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import type { MessageFile } from '@/lib/message/message-files';
import type { FilesClient } from '@/workers/files/files-client';
import { CHUNK_BYTES, cipherBytes, fileDigest, FileRefused } from '@/workers/files/format';
import { persist, type Patience } from './persist';

/** Bytes of the ciphertext, by the first and the last one. */
export type ReadCiphertext = (
  conversation: string,
  id: string,
  range: readonly [from: number, to: number],
  signal: AbortSignal,
) => Promise<Blob>;

/** So many chunks are asked for at once, and in memory. */
const SPAN_BYTES = 4 * CHUNK_BYTES;

export interface DownloadOptions {
  conversation: string;
  file: MessageFile;
  read: ReadCiphertext;
  worker: FilesClient;
  patience: Patience;
  signal: AbortSignal;
  /** Takes what was decrypted, piece by piece and in order. */
  take: (piece: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  /** From 0 to 1. */
  onProgress: (done: number) => void;
}

/**
 * Fetches a file and decrypts it, a span at a time.
 *
 * @throws FileRefused when it is not the file that the message names; what was taken until then is
 *     not to be kept
 */
export async function download(options: DownloadOptions): Promise<void> {
  const { conversation, file, read, worker, patience, signal, take, onProgress } = options;
  const size = cipherBytes(file.size);
  const key = fromBase64Url(file.key);
  const digests: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < size; from += SPAN_BYTES) {
    const to = Math.min(from + SPAN_BYTES, size) - 1;
    const sealed = await persist(
      () => read(conversation, file.id, [from, to], signal),
      signal,
      patience,
    );
    if (sealed.size !== to - from + 1) {
      throw new FileRefused('tampered');
    }
    const bytes = await sealed.arrayBuffer();
    const span = await worker.open(key, file.size, from / CHUNK_BYTES, bytes);
    signal.throwIfAborted();
    digests.push(...span.digests);
    await take(span.bytes);
    onProgress((to + 1) / size);
  }
  const digest = toBase64Url(await fileDigest(digests));
  if (file.digest !== digest) {
    throw new FileRefused('tampered');
  }
}
