import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupsOf,
  makeRecoveryKey,
  readRecoveryKey,
  RECOVERY_KEY_CHANCE,
  RECOVERY_KEY_GROUPS,
} from './recovery-key';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const keys = fc
  .uint8Array({ minLength: RECOVERY_KEY_CHANCE, maxLength: RECOVERY_KEY_CHANCE })
  .map((chance) => makeRecoveryKey(chance));

const places = fc.nat(31);

/** The key with other characters in these places. */
function changed(key: string, changes: readonly (readonly [number, number])[]): string {
  const characters = Array.from(groupsOf(key).join(''));
  for (const [place, by] of changes) {
    const value = ALPHABET.indexOf(characters[place] ?? '');
    characters[place] = ALPHABET[(value + by) % ALPHABET.length] ?? '';
  }
  return characters.join('');
}

const other = fc.integer({ min: 1, max: 31 });

describe('a recovery key', () => {
  test('is written in eight groups of four, and read as it was written', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(groupsOf(key)).toHaveLength(RECOVERY_KEY_GROUPS);
        expect(readRecoveryKey(key).kind).toBe('whole');
      }),
    );
  });

  test('is read however people type it', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom(' ', '', ' - ', '.', '\n'), (key, between) => {
        const typed = ` ${groupsOf(key).join(between).toLowerCase()} `
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replaceAll('v', 'u');
        expect(readRecoveryKey(typed)).toEqual(readRecoveryKey(key));
        expect(readRecoveryKey(typed.replaceAll('l', 'I')).kind).toBe('whole');
      }),
    );
  });

  test('is another one for other chance', () => {
    const chance = new Uint8Array(RECOVERY_KEY_CHANCE);
    const one = makeRecoveryKey(chance);
    chance[25] = 1;
    expect(makeRecoveryKey(chance)).not.toBe(one);
    expect(readRecoveryKey('0'.repeat(32)).kind).toBe('mistyped');
  });

  test('with any one character wrong is noticed, and the group is named', () => {
    const key = makeRecoveryKey(Uint8Array.from({ length: RECOVERY_KEY_CHANCE }, (_, i) => i * 37));
    for (let place = 0; place < 32; place += 1) {
      for (let by = 1; by < 32; by += 1) {
        expect(readRecoveryKey(changed(key, [[place, by]]))).toEqual({
          kind: 'mistyped',
          group: Math.floor(place / 4) + 1,
        });
      }
    }
  });

  test('with up to four characters wrong is noticed', () => {
    const changes = fc.uniqueArray(fc.tuple(places, other), {
      minLength: 1,
      maxLength: 4,
      selector: ([place]) => place,
    });
    fc.assert(
      fc.property(keys, changes, (key, wrong) => {
        expect(readRecoveryKey(changed(key, wrong)).kind).toBe('mistyped');
      }),
      { numRuns: 500 },
    );
  });

  test('with two neighbours swapped is noticed', () => {
    fc.assert(
      fc.property(keys, fc.nat(30), (key, place) => {
        const text = Array.from(groupsOf(key).join(''));
        const [one = '', two = ''] = text.slice(place, place + 2);
        fc.pre(one !== two);
        text.splice(place, 2, two, one);
        expect(readRecoveryKey(text.join('')).kind).toBe('mistyped');
      }),
    );
  });

  test('that is not complete, too long or of other characters is told apart', () => {
    const key = makeRecoveryKey(new Uint8Array(RECOVERY_KEY_CHANCE));
    expect(readRecoveryKey('')).toEqual({ kind: 'short', typed: 0 });
    expect(readRecoveryKey(key.slice(0, -1))).toEqual({ kind: 'short', typed: 31 });
    expect(readRecoveryKey(`${key}X`)).toEqual({ kind: 'long', typed: 33 });
    expect(readRecoveryKey(`Ä${key.slice(1)}`)).toEqual({ kind: 'mistyped', group: 1 });
  });
});
