import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { continuesChain, entryHash, GENESIS } from './entry-hash';

const STREAM = 'c/00000000-0000-7000-8000-000000000001';

function entry(seq: number, body: string, kind = 'message'): Entry & { body: string } {
  return { stream: STREAM, seq, kind, at: '', hash: '', body };
}

async function chain(bodies: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  let previous = GENESIS;
  for (const [index, body] of bodies.entries()) {
    const next = entry(index + 1, body);
    previous = await entryHash(previous, next);
    entries.push({ ...next, hash: previous });
  }
  return entries;
}

/** Made by another implementation of SHA-256 from the bytes that docs/protocol names. */
const EXPECTED = 'fhoHKghWgSzSe-8E8u9lllMgfz8xDsWug5gIvla6d4Q';

test('hashes exactly the bytes that the server hashes', async () => {
  expect(await entryHash(GENESIS, entry(300, '{"text":"grüß dich 🌿"}'))).toBe(EXPECTED);
});

describe('a chain', () => {
  const bodies = fc.array(fc.string(), { minLength: 2, maxLength: 8 });

  test('continues when nothing was changed, from its start or from anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.nat(), async (texts, cut) => {
        const entries = await chain(texts);
        expect(await continuesChain(GENESIS, entries)).toBe(true);
        const at = 1 + (cut % (entries.length - 1));
        expect(await continuesChain(entries[at - 1]?.hash, entries.slice(at))).toBe(true);
        expect(await continuesChain(undefined, entries.slice(at))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('breaks when a body was changed, or an entry left out', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.nat(), async (texts, choice) => {
        const entries = await chain(texts);
        const at = choice % entries.length;
        const changed = entries.map((one, index) =>
          index === at ? { ...one, body: `${one.body ?? ''}!` } : one,
        );
        expect(await continuesChain(GENESIS, changed)).toBe(false);
        const missing = entries.filter((_, index) => index !== at);
        expect(await continuesChain(GENESIS, missing)).toBe(at === entries.length - 1);
      }),
      { numRuns: 50 },
    );
  });

  test('goes on over an erased body', async () => {
    const entries = await chain(['a', 'b', 'c']);
    const erased = entries.map(({ body, ...rest }) =>
      rest.seq === 2 ? rest : { ...rest, body: body ?? '' },
    );
    expect(await continuesChain(GENESIS, erased)).toBe(true);
  });
});
