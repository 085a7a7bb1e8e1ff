import { fromBase64Url } from '@/lib/id/base64url';

/** Somebody, and the key of his account. */
export interface Keyed {
  account: string;
  key: string;
}

const LABEL = 'Parley 1 safety number';

/** Digits are made of so many bytes: five digits of five bytes. */
const BYTES = 30;

/**
 * What two people compare: 60 digits, 30 for each of them, the lower half first. A half is made of the
 * first 30 bytes of the SHA-512 of a label, a zero, the account and its key: each five bytes, as a
 * number, give five digits.
 */
export async function safetyNumber(one: Keyed, other: Keyed): Promise<string> {
  const halves = await Promise.all([half(one), half(other)]);
  return halves.sort().join('');
}

async function half({ account, key }: Keyed): Promise<string> {
  const head = new TextEncoder().encode(`${LABEL}\0${account}\0`);
  const hash = await crypto.subtle.digest('SHA-512', Uint8Array.of(...head, ...fromBase64Url(key)));
  const bytes = new Uint8Array(hash).subarray(0, BYTES);
  let digits = '';
  for (let at = 0; at < BYTES; at += 5) {
    const number = bytes.subarray(at, at + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    digits += String(number % 100_000).padStart(5, '0');
  }
  return digits;
}

/** The twelve groups in which it is read. */
export function groupsOf(number: string): string[] {
  return number.match(/\d{5}/gu) ?? [];
}

const CODE = 'parley-safety-number:1:';

/** What a camera reads. */
export function codeOf(number: string): string {
  return CODE + number;
}

/** The number in a code; undefined when it is another code. */
export function numberIn(code: string): string | undefined {
  const number = code.startsWith(CODE) ? code.slice(CODE.length) : '';
  return /^\d{60}$/u.test(number) ? number : undefined;
}
