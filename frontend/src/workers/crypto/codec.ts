import { decodeMlsMessage, encodeMlsMessage, type MLSMessage } from 'ts-mls/message.js';
import { toBase64Url } from '@/lib/id/base64url';
import { copyBytes, strictBase64Url } from './bytes';
import type { Seen } from './model';
import { CryptoRefusal } from './refusal';

export { copyBytes, fromJson, isUuid, strictBase64Url, toJson } from './bytes';

/** The 16 bytes of a UUID: the id of a conversation's group. */
export function uuidBytes(uuid: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 16 }, (_, index) => {
    const hex = uuid.replaceAll('-', '').slice(2 * index, 2 * index + 2);
    return parseInt(hex, 16);
  });
}

/** An MLSMessage of RFC 9420, section 6, with nothing after it; undefined for anything else. */
export function decodeMessage(text: unknown): MLSMessage | undefined {
  const bytes = strictBase64Url(text);
  if (bytes === undefined) {
    return undefined;
  }
  try {
    const decoded = decodeMlsMessage(bytes, 0);
    return decoded?.[1] === bytes.length ? decoded[0] : undefined;
  } catch {
    // The library throws many kinds of errors over bytes that are not what they say.
    return undefined;
  }
}

export function encodeMessage(message: MLSMessage): string {
  return toBase64Url(encodeMlsMessage(message));
}

/** The body of an entry of kind `mls.commit`; undefined when it is not one. */
export function parseCommitBody(body: string): { epoch: number; commit: string } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) {
    return undefined;
  }
  const { epoch, commit } = parsed as Record<string, unknown>;
  return Number.isSafeInteger(epoch) && (epoch as number) >= 0 && typeof commit === 'string'
    ? { epoch: epoch as number, commit }
    : undefined;
}

const SEEN_SEQ_BYTES = 8;
const SEEN_BYTES = SEEN_SEQ_BYTES + 32;

/**
 * What stands in the authenticated data of a message (RFC 9420, section 6.3.1): how far its author had
 * the log when he wrote it. The number of the entry in 8 bytes, big-endian, and its hash; or nothing.
 */
export function encodeSeen(seen: Seen | undefined): Uint8Array<ArrayBuffer> {
  if (seen === undefined) {
    return new Uint8Array();
  }
  const hash = strictBase64Url(seen.hash);
  if (!Number.isSafeInteger(seen.seq) || seen.seq < 1 || hash?.length !== 32) {
    throw new CryptoRefusal('invalid');
  }
  const bytes = new Uint8Array(SEEN_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seen.seq));
  bytes.set(hash, SEEN_SEQ_BYTES);
  return bytes;
}

/** @returns 'none' when nothing is said, undefined when it is not of this form */
export function decodeSeen(bytes: Uint8Array): Seen | 'none' | undefined {
  if (bytes.length === 0) {
    return 'none';
  }
  if (bytes.length !== SEEN_BYTES) {
    return undefined;
  }
  const { buffer, byteOffset } = bytes;
  const seq = Number(new DataView(buffer, byteOffset).getBigUint64(0));
  return Number.isSafeInteger(seq) && seq > 0
    ? { seq, hash: toBase64Url(copyBytes(bytes.subarray(SEEN_SEQ_BYTES))) }
    : undefined;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The same bytes as WebCrypto takes them; a copy only where they are shared with other threads. */
export function bufferSource(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : copyBytes(bytes);
}
