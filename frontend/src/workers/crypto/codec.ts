import { decodeMlsMessage, encodeMlsMessage, type MLSMessage } from 'ts-mls/message.js';
import { toBase64Url } from '@/lib/id/base64url';
import { copyBytes, strictBase64Url } from './bytes';

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

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The same bytes as WebCrypto takes them; a copy only where they are shared with other threads. */
export function bufferSource(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : copyBytes(bytes);
}
