/** Where time and chance come from; tests hand in their own. */
export interface IdSource {
  /** Milliseconds since 1970. */
  now(): number;
  /** Fills the array with random bytes and returns it. */
  randomBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
}

export const browserIds: IdSource = {
  now: () => Date.now(),
  randomBytes: (bytes) => crypto.getRandomValues(bytes),
};

/** A UUID of version 7 (RFC 9562, section 5.7): 48 bits of time in milliseconds, 74 random bits. */
export function uuidV7(source: IdSource = browserIds): string {
  const bytes = source.randomBytes(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const now = source.now();
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
