/** Crockford's alphabet: nothing in it looks like something else in it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people take for a character of the alphabet when they read or type. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** Characters of chance: 130 bits. */
const CHANCE = 26;

/** Characters that check the others. */
const CHECK = 6;

const GROUP = 4;

/** How many characters a recovery key has. */
export const RECOVERY_KEY_LENGTH = CHANCE + CHECK;

/** How many groups it is written in. */
export const RECOVERY_KEY_GROUPS = RECOVERY_KEY_LENGTH / GROUP;

/** How many bytes of chance one is made of. */
export const RECOVERY_KEY_CHANCE = CHANCE;

/** What a typed text is. Groups are counted from 1. */
export type TypedKey =
  | { kind: 'whole'; secret: Uint8Array<ArrayBuffer> }
  | { kind: 'short' | 'long'; typed: number }
  | { kind: 'mistyped'; group?: number };

/** Makes a recovery key of random bytes, {@link RECOVERY_KEY_CHANCE} of them, in groups of four. */
export function makeRecoveryKey(chance: Uint8Array): string {
  const values = Array.from(chance.slice(0, CHANCE), (byte) => byte & 31);
  const whole = [...values, ...checkOf(values)].map((value) => ALPHABET[value]).join('');
  return groupsOf(whole).join('-');
}

/** The groups of a recovery key. */
export function groupsOf(key: string): string[] {
  return plain(key).match(/.{1,4}/g) ?? [];
}

/**
 * Reads a recovery key as people type it: with small letters, with spaces or none, and with letters
 * that look like the digits they stand for. Up to four wrong characters are noticed, wherever they
 * are; of one, the group is named in which it stands.
 */
export function readRecoveryKey(typed: string): TypedKey {
  const text = plain(typed);
  if (text.length !== RECOVERY_KEY_LENGTH) {
    return { kind: text.length < RECOVERY_KEY_LENGTH ? 'short' : 'long', typed: text.length };
  }
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  const isForeign = (value: number) => value < 0;
  const foreign = values.findIndex(isForeign);
  if (foreign >= 0) {
    return { kind: 'mistyped', group: groupOf(foreign) };
  }
  if (!isWhole(values)) {
    const place = onlyWrongPlace(values);
    return { kind: 'mistyped', ...(place === undefined ? {} : { group: groupOf(place) }) };
  }
  return { kind: 'whole', secret: new TextEncoder().encode(text.slice(0, CHANCE)) };
}

function plain(typed: string): string {
  return Array.from(typed.normalize('NFKC').toUpperCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character) => LOOKS_LIKE[character] ?? character)
    .join('');
}

function groupOf(place: number): number {
  return Math.floor(place / GROUP) + 1;
}

/** The place whose character makes the rest a recovery key, when there is one. */
function onlyWrongPlace(values: readonly number[]): number | undefined {
  const place = values.findIndex((_value, index) =>
    Array.from(ALPHABET, (_character, other) => values.with(index, other)).some(isWhole),
  );
  return place < 0 ? undefined : place;
}

/**
 * The code of BIP-173: over the field of 32 elements, every two words of up to 89 characters differ in
 * at least five places.
 */
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Where the sum begins, so that nothing that is written for something else is a recovery key. */
const BEGINS = sum(
  1,
  Array.from('parley', (letter) => letter.charCodeAt(0) & 31),
);

function sum(before: number, values: readonly number[]): number {
  return values.reduce((state, value) => {
    const top = state >>> 25;
    const shifted = ((state & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce(
      (next, term, bit) => (((top >>> bit) & 1) === 1 ? next ^ term : next),
      shifted,
    );
  }, before);
}

function checkOf(values: readonly number[]): number[] {
  const rest = sum(BEGINS, [...values, ...Array<number>(CHECK).fill(0)]) ^ 1;
  return Array.from({ length: CHECK }, (_, index) => (rest >>> (5 * (CHECK - 1 - index))) & 31);
}

function isWhole(values: readonly number[]): boolean {
  return sum(BEGINS, values) === 1;
}
