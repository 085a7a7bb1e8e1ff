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

/** A commit in an entry of the log; or, of one that is too large for it, the claim check: its hash. */
export type CommitBody = { epoch: number; commit: string } | { epoch: number; sha256: string };

/** The body of an entry of kind `mls.commit`; undefined when it is not one. */
export function parseCommitBody(body: string): CommitBody | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) {
    return undefined;
  }
  const { epoch, commit, sha256 } = parsed as Record<string, unknown>;
  if (!Number.isSafeInteger(epoch) || (epoch as number) < 0) {
    return undefined;
  }
  if (typeof commit === 'string') {
    return { epoch: epoch as number, commit };
  }
  return typeof sha256 === 'string' ? { epoch: epoch as number, sha256 } : undefined;
}

/** What the author of a message has signed, and what everybody who passes it on can read. */
export interface Signed {
  /** The SHA-256 of the text: with this message he can say nothing else (message franking). */
  commitment: Uint8Array;
  /** How far he had the log when he wrote; undefined when he did not know. */
  seen?: Seen;
}

const COMMITMENT_BYTES = 32;
const SEEN_SEQ_BYTES = 8;
const SEEN_BYTES = SEEN_SEQ_BYTES + 32;

/**
 * The authenticated data of a message (RFC 9420, section 6.3.1): the commitment; and behind it, where
 * he knows, the number of the newest entry that the author had in 8 bytes, big-endian, and its hash.
 */
export function encodeSigned({ commitment, seen }: Signed): Uint8Array<ArrayBuffer> {
  if (seen === undefined) {
    return copyBytes(commitment);
  }
  const hash = strictBase64Url(seen.hash);
  if (!Number.isSafeInteger(seen.seq) || seen.seq < 1 || hash?.length !== 32) {
    throw new CryptoRefusal('invalid');
  }
  const bytes = new Uint8Array(COMMITMENT_BYTES + SEEN_BYTES);
  bytes.set(commitment);
  new DataView(bytes.buffer).setBigUint64(COMMITMENT_BYTES, BigInt(seen.seq));
  bytes.set(hash, COMMITMENT_BYTES + SEEN_SEQ_BYTES);
  return bytes;
}

/** @returns undefined when it is not of this form */
export function decodeSigned(bytes: Uint8Array): Signed | undefined {
  const commitment = copyBytes(bytes.subarray(0, COMMITMENT_BYTES));
  if (bytes.length === COMMITMENT_BYTES) {
    return { commitment };
  }
  if (bytes.length !== COMMITMENT_BYTES + SEEN_BYTES) {
    return undefined;
  }
  const { buffer, byteOffset } = bytes;
  const seq = Number(new DataView(buffer, byteOffset).getBigUint64(COMMITMENT_BYTES));
  const hash = toBase64Url(copyBytes(bytes.subarray(COMMITMENT_BYTES + SEEN_SEQ_BYTES)));
  return Number.isSafeInteger(seq) && seq > 0 ? { commitment, seen: { seq, hash } } : undefined;
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
