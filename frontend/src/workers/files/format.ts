/**
 * How a file is encrypted: the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, "Online
 * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015) over AES-256-GCM, with a key
 * that is made for this file and never used for another one.
 *
 * What is encrypted is the length of the file (8 bytes, big-endian), the file, and zeros up to a size
 * of Padmé, so that the size of the ciphertext tells little. It is cut into chunks; the nonce of each
 * is a fixed prefix, its number, and whether it is the last one. A chunk that is missing, moved, of
 * another file, or the end too early, is one that does not open.
 */

/** Bytes of the ciphertext of each chunk but the last: eight of them are a part of the server. */
export const CHUNK_BYTES = 1024 * 1024;
/** Bytes that AES-GCM adds. */
const TAG_BYTES = 16;
const PLAIN_BYTES = CHUNK_BYTES - TAG_BYTES;
const HEADER_BYTES = 8;
/** Everything smaller looks alike. Bytes. */
const SMALLEST = 4_096;

/** Names the version of this format, in every nonce and beside every chunk. */
const PREFIX = new TextEncoder().encode('parley1');
const VERSION = new TextEncoder().encode('parley-file-1');

/** Why a file cannot be sealed or opened. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  /** @param why the ciphertext is not what it should be, or the file on this device has gone */
  constructor(readonly why: 'tampered' | 'gone') {
    super(why);
  }
}

/**
 * Padmé (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", 2019): at most 12 % more.
 */
function padded(length: number): number {
  if (length <= SMALLEST) {
    return SMALLEST;
  }
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / step) * step;
}

/** Bytes before encryption, of a file of so many bytes. */
function streamBytes(size: number): number {
  return padded(HEADER_BYTES + size);
}

/** How many chunks the ciphertext of a file of so many bytes has. */
export function chunkCount(size: number): number {
  return Math.ceil(streamBytes(size) / PLAIN_BYTES);
}

/** Bytes of the ciphertext of a file of so many bytes. */
export function cipherBytes(size: number): number {
  return streamBytes(size) + chunkCount(size) * TAG_BYTES;
}

/** The key of a file, as it stands in the message. */
export function fileKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(index: number, isLast: boolean): AesGcmParams {
  const nonce = new Uint8Array(12);
  nonce.set(PREFIX);
  new DataView(nonce.buffer).setUint32(PREFIX.length, index);
  nonce[11] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv: nonce, additionalData: VERSION, tagLength: TAG_BYTES * 8 };
}

/** The ciphertext of one chunk; of the file no more is read than it needs. */
export async function sealChunk(
  key: CryptoKey,
  file: Blob,
  index: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = file;
  const from = index * PLAIN_BYTES;
  const plain = new Uint8Array(Math.min(PLAIN_BYTES, streamBytes(size) - from));
  if (index === 0) {
    new DataView(plain.buffer).setBigUint64(0, BigInt(size));
  }
  const start = Math.max(0, from - HEADER_BYTES);
  const end = Math.min(size, from - HEADER_BYTES + plain.length);
  if (end > start) {
    plain.set(await read(file.slice(start, end)), start + HEADER_BYTES - from);
  }
  const isLast = index === chunkCount(size) - 1;
  return new Uint8Array(await crypto.subtle.encrypt(parameters(index, isLast), key, plain));
}

async function read(piece: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    // It was deleted or changed since it was chosen.
    throw new FileRefused('gone');
  }
}

/**
 * What one chunk of a file says.
 *
 * @param size of the file, as the message says
 * @throws FileRefused when it is not this chunk of this file
 */
export async function openChunk(
  key: CryptoKey,
  size: number,
  index: number,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const isLast = index === chunkCount(size) - 1;
  const plain = await decrypt(parameters(index, isLast), key, sealed);
  const from = index * PLAIN_BYTES;
  if (plain.length !== Math.min(PLAIN_BYTES, streamBytes(size) - from)) {
    throw new FileRefused('tampered');
  }
  const isSize =
    index > 0 || new DataView(plain.buffer, plain.byteOffset).getBigUint64(0) === BigInt(size);
  const begin = index === 0 ? HEADER_BYTES : 0;
  const end = Math.max(begin, Math.min(plain.length, HEADER_BYTES + size - from));
  if (!isSize || plain.subarray(end).some((byte) => byte !== 0)) {
    throw new FileRefused('tampered');
  }
  return plain.subarray(begin, end);
}

async function decrypt(
  how: AesGcmParams,
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed));
  } catch {
    throw new FileRefused('tampered');
  }
}

/** The digest of a chunk as it is sent. */
export async function chunkDigest(
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', sealed));
}

/**
 * The digest of a file as it is sent: of the digests of all its chunks. It stands in the message, so
 * that all who read it have the same file, whatever its sender or the server puts there later.
 */
export async function fileDigest(
  chunks: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer>> {
  return chunkDigest(new Uint8Array(await new Blob([...chunks]).arrayBuffer()));
}
