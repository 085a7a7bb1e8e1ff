import { decodeMlsMessage, encodeMlsMessage, type MLSMessage } from 'ts-mls/message.js';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** The 16 bytes of a UUID: the id of a conversation's group. */
export function uuidBytes(uuid: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 16 }, (_, index) => {
    const hex = uuid.replaceAll('-', '').slice(2 * index, 2 * index + 2);
    return parseInt(hex, 16);
  });
}

/** The bytes of a text in exactly the form that {@link toBase64Url} writes; undefined for others. */
export function strictBase64Url(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    return undefined;
  }
  const bytes = fromBase64Url(text);
  return toBase64Url(bytes) === text ? bytes : undefined;
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

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** A copy with a buffer of its own, that can be transferred. */
export function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy;
}

/** The same bytes as WebCrypto takes them; a copy only where they are shared with other threads. */
export function bufferSource(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : copyBytes(bytes);
}

/** What we store ourselves, as JSON: the vault vouches for where it comes from. */
export function toJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function fromJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
