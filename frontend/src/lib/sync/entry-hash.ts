import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import type { Entry } from '@/lib/socket/frames';

/** The hash before the first entry of a stream: 32 zero bytes. */
export const GENESIS = toBase64Url(new Uint8Array(32));

const encoder = new TextEncoder();

/**
 * The link of the hash chain that belongs to this entry:
 * `SHA-256(previous hash ‖ stream ‖ seq as 8 bytes big-endian ‖ kind ‖ 0x00 ‖ body)`.
 */
export async function entryHash(
  previous: string,
  entry: Entry & { body: string },
): Promise<string> {
  const parts = [
    fromBase64Url(previous),
    encoder.encode(entry.stream),
    bigEndian(entry.seq),
    encoder.encode(entry.kind),
    new Uint8Array(1),
    encoder.encode(entry.body),
  ];
  const input = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    input.set(part, offset);
    offset += part.length;
  }
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', input)));
}

/**
 * Whether these consecutive entries continue the chain. An erased body cannot be hashed again: its
 * link is taken as given and the next one is checked against it.
 *
 * @param previous the hash before the first of them; undefined when it is not known, which makes
 *     the first entry the anchor
 */
export async function continuesChain(
  previous: string | undefined,
  entries: readonly Entry[],
): Promise<boolean> {
  let before = previous;
  for (const entry of entries) {
    if (before !== undefined && entry.body !== undefined) {
      if ((await entryHash(before, { ...entry, body: entry.body })) !== entry.hash) {
        return false;
      }
    }
    before = entry.hash;
  }
  return true;
}

function bigEndian(seq: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seq));
  return bytes;
}
