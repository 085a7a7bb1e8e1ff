import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_BYTES,
  chunkCount,
  cipherBytes,
  fileKey,
  FileRefused,
  openChunk,
  sealChunk,
} from './format';

const PLAIN = CHUNK_BYTES - 16;
const HEADER = 8;

const keyOf = (seed: number) => fileKey(new Uint8Array(32).fill(seed));

function bytes(size: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) {
    content[index] = (index * 31 + (index >> 8)) & 0xff;
  }
  return content;
}

async function sealed(key: CryptoKey, content: Uint8Array<ArrayBuffer>) {
  const file = new Blob([content]);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; index < chunkCount(content.length); index += 1) {
    chunks.push(await sealChunk(key, file, index));
  }
  return chunks;
}

async function opened(key: CryptoKey, size: number, chunks: readonly Uint8Array<ArrayBuffer>[]) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const [index, chunk] of chunks.entries()) {
    pieces.push(await openChunk(key, size, index, chunk));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toEqual(new FileRefused('tampered'));

describe('the format of files', () => {
  const sizes = [0, 1, 4_087, 4_088, 4_089, PLAIN - HEADER, PLAIN - HEADER + 1, 2 * PLAIN + 5];

  test.each(sizes)('a file of %i bytes comes back', async (size) => {
    const key = await keyOf(1);
    const chunks = await sealed(key, bytes(size));
    expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(cipherBytes(size));
    chunks.slice(0, -1).forEach((chunk) => expect(chunk.length).toBe(CHUNK_BYTES));
    expect(Buffer.from(bytes(size)).equals(await opened(key, size, chunks))).toBe(true);
  });

  test('sizes tell little: at most an eighth is added, and small files look alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 36 }), (size) => {
        const count = cipherBytes(size);
        expect(count).toBeGreaterThanOrEqual(size);
        expect(count).toBeLessThanOrEqual(size + size / 8 + 8_192);
        expect(cipherBytes(size + 1)).toBeGreaterThanOrEqual(count);
      }),
    );
    expect(new Set([0, 1, 100, 4_000].map(cipherBytes)).size).toBe(1);
  });

  test('what is changed, cut off, moved or another file is refused', async () => {
    const size = 2 * PLAIN + 100;
    const [key, other] = await Promise.all([keyOf(1), keyOf(2)]);
    const chunks = await sealed(key, bytes(size));
    const [first, second, last] = chunks;
    if (first === undefined || second === undefined || last === undefined) {
      throw new Error('three chunks');
    }
    await refused(openChunk(key, size, 0, second));
    await refused(openChunk(key, size, 1, first));
    await refused(openChunk(key, size, 1, last));
    await refused(openChunk(key, size, 0, first.slice(0, -1)));
    await refused(openChunk(key, size, 2, last.slice(0, -1)));
    await refused(openChunk(other, size, 0, first));
    // The end of a file that was said to be shorter, or longer, is not this end.
    await refused(openChunk(key, PLAIN - HEADER, 0, first));
    await refused(openChunk(key, size - 1, 0, first));
    await refused(openChunk(key, size + PLAIN, 2, last));
    await refused(openChunk(key, size, 0, new Uint8Array(0)));
    const foreign = await sealed(other, bytes(size));
    await refused(openChunk(key, size, 0, foreign[0] ?? first));
  });

  test('every bit counts', async () => {
    const key = await keyOf(3);
    const size = 50;
    const [chunk] = await sealed(key, bytes(size));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: (chunk?.length ?? 0) - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const changed = new Uint8Array(chunk ?? []);
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          await refused(openChunk(key, size, 0, changed));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what is padded with anything but zeros is refused', async () => {
    const key = await keyOf(4);
    const stream = new Uint8Array(4_096);
    new DataView(stream.buffer).setBigUint64(0, 3n);
    stream[100] = 1;
    const iv = new Uint8Array(12);
    iv.set(new TextEncoder().encode('parley1'));
    iv[11] = 1;
    const additionalData = new TextEncoder().encode('parley-file-1');
    const forged = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData, tagLength: 128 },
      key,
      stream,
    );
    await refused(openChunk(key, 3, 0, new Uint8Array(forged)));
  });

  test('a file that has gone is said to have gone', async () => {
    const gone = {
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    } as unknown as Blob;
    await expect(sealChunk(await keyOf(1), gone, 0)).rejects.toEqual(new FileRefused('gone'));
  });
});
