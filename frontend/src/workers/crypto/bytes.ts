import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** The bytes of a text in exactly the form that {@link toBase64Url} writes; undefined for others. */
export function strictBase64Url(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    return undefined;
  }
  const bytes = fromBase64Url(text);
  return toBase64Url(bytes) === text ? bytes : undefined;
}

/** A copy with a buffer of its own, that can be transferred. */
export function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy;
}

/** What we store ourselves, as JSON: the vault vouches for where it comes from. */
export function toJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function fromJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Overwrites secrets that were used up. */
export function wipe(secrets: Iterable<Uint8Array | undefined>): void {
  for (const secret of secrets) {
    secret?.fill(0);
  }
}
