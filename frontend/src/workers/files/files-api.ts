import {
  CHUNK_BYTES,
  chunkCount,
  chunkDigest,
  FileRefused,
  fileKey,
  openChunk,
  sealChunk,
} from './format';

/** A span of the chunks of a file, and the digest of each as it is sent. */
export interface Span {
  bytes: Uint8Array<ArrayBuffer>;
  digests: Uint8Array<ArrayBuffer>[];
}

/** A request to the worker. */
export type FilesRequest = { id: number; key: Uint8Array<ArrayBuffer>; first: number } & (
  { name: 'seal'; file: Blob; count: number } | { name: 'open'; size: number; bytes: ArrayBuffer }
);

export type FilesReply = { id: number } & (
  { kind: 'done'; span: Span } | { kind: 'refused'; why: FileRefused['why'] }
);

/** What the worker does: a span of chunks at a time, so that a file is never whole in memory. */
export async function perform(request: FilesRequest): Promise<FilesReply> {
  try {
    return { id: request.id, kind: 'done', span: await spanOf(request) };
  } catch (error) {
    return {
      id: request.id,
      kind: 'refused',
      why: error instanceof FileRefused ? error.why : 'tampered',
    };
  }
}

async function spanOf(request: FilesRequest): Promise<Span> {
  const key = await fileKey(request.key);
  return request.name === 'seal'
    ? seal(key, request.file, request.first, request.count)
    : open(key, request.size, request.first, request.bytes);
}

async function seal(key: CryptoKey, file: Blob, first: number, count: number): Promise<Span> {
  const last = Math.min(first + count, chunkCount(file.size));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const digests: Uint8Array<ArrayBuffer>[] = [];
  for (let index = first; index < last; index += 1) {
    const sealed = await sealChunk(key, file, index);
    chunks.push(sealed);
    digests.push(await chunkDigest(sealed));
  }
  return { bytes: joined(chunks), digests };
}

async function open(
  key: CryptoKey,
  size: number,
  first: number,
  bytes: ArrayBuffer,
): Promise<Span> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const digests: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0, index = first; at < bytes.byteLength; at += CHUNK_BYTES, index += 1) {
    const sealed = new Uint8Array(bytes, at, Math.min(CHUNK_BYTES, bytes.byteLength - at));
    chunks.push(await openChunk(key, size, index, sealed));
    digests.push(await chunkDigest(sealed));
  }
  return { bytes: joined(chunks), digests };
}

function joined(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
