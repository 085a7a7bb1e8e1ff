import { describe, expect, test } from 'vitest';
import { isConsistent, isIncluded, leafOf, type Hash } from './merkle';
import { consistencyOf, inclusionOf, rootOf } from './testing/virtual-log';

async function leaves(count: number): Promise<Hash[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => leafOf(new Uint8Array(1), `${i}`)));
}

describe('proofs about a log', () => {
  test('every leaf proves its place in every tree, and no other', async () => {
    const all = await leaves(19);
    for (let size = 1; size <= all.length; size += 1) {
      const tree = all.slice(0, size);
      const root = await rootOf(tree);
      for (const [place, leaf] of tree.entries()) {
        const proof = await inclusionOf(place, tree);
        expect(await isIncluded(leaf, place, size, proof, root)).toBe(true);
        expect(await isIncluded(root, place, size, proof, leaf)).toBe(size === 1 && leaf === root);
        expect(await isIncluded(leaf, place + 1, size, proof, root)).toBe(false);
        expect(await isIncluded(leaf, place, size, [...proof, leaf], root)).toBe(false);
      }
    }
  });

  test('every tree proves its beginnings, and no others', async () => {
    const all = await leaves(19);
    for (let to = 1; to <= all.length; to += 1) {
      const tree = all.slice(0, to);
      const second = await rootOf(tree);
      for (let from = 1; from <= to; from += 1) {
        const first = await rootOf(all.slice(0, from));
        const proof = await consistencyOf(from, tree);
        expect(await isConsistent(from, first, to, second, proof)).toBe(true);
        const another = first.slice();
        another[0] = (another[0] ?? 0) ^ 1;
        expect(await isConsistent(from, another, to, second, proof)).toBe(false);
      }
    }
  });
});
