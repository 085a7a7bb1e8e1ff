import { validateRatchetTree } from 'ts-mls/clientState.js';
import type { RatchetTree } from 'ts-mls/ratchetTree.js';
import { expect, test } from 'vitest';
import { clientConfig } from './suite';
import { FuzzedGroup, present } from './testing/fuzzed-group';
import { loadQuickSuite } from './testing/quick-suite';

// What scripts/patches.js mends. Without it these tests fail.

/** Where the root of eight leaves stands in a tree, and the node above the last four. */
const [ROOT, RIGHT] = [7, 11];

test('two parents may have different unmerged leaves, and each leaf has to be in all below', async () => {
  const suite = await loadQuickSuite();
  const group = await FuzzedGroup.begin(suite, () => 0, { most: 8, adds: 7, life: 1 });
  await group.change(0, 7, []);
  for (let member = 0; member < 8; member += 1) {
    await group.change(member, 0, []);
  }
  // The leaves 1 and 5 go, and the parents above are made anew by 0 and by 4.
  await group.change(0, 0, [1]);
  await group.change(3, 0, [4]);
  // Two come into their places: the root lists both, the nodes below it one each.
  await group.change(0, 2, []);
  group.check();
  const { ratchetTree, groupContext } = group.member(0);
  expect(unmerged(ratchetTree)).toEqual(['3: 1', '7: 1,5', '11: 5']);
  const { lifetimeConfig, authService } = clientConfig(0);
  const judge = (tree: RatchetTree) =>
    validateRatchetTree(
      tree,
      groupContext,
      lifetimeConfig,
      authService,
      groupContext.treeHash,
      suite,
    );
  expect(await judge(ratchetTree)).toBeUndefined();
  expect(await judge(listing(ratchetTree, ROOT, [1, 2, 5]))).toMatchObject({
    message: expect.stringContaining('must list leaf node') as string,
  });
  expect(await judge(listing(ratchetTree, RIGHT, [0, 5]))).toMatchObject({
    message: expect.stringContaining('non-blank descendant') as string,
  });
});

test('who is removed is told so when somebody takes his place', async () => {
  const suite = await loadQuickSuite();
  const group = await FuzzedGroup.begin(suite, () => 0, { most: 4, adds: 3, life: 1 });
  await group.change(0, 2, []);
  const [, , third] = await group.change(0, 1, [2]);
  expect(present(third).groupActiveState.kind).toBe('removedFromGroup');
  group.check();
});

function unmerged(tree: RatchetTree): string[] {
  return tree.flatMap((node, index) =>
    node?.nodeType === 'parent' && node.parent.unmergedLeaves.length > 0
      ? [`${index}: ${node.parent.unmergedLeaves.join(',')}`]
      : [],
  );
}

/** The same tree, in which a parent lists these leaves. */
function listing(tree: RatchetTree, at: number, unmergedLeaves: number[]): RatchetTree {
  return tree.map((node, index) =>
    index === at && node?.nodeType === 'parent'
      ? { ...node, parent: { ...node.parent, unmergedLeaves } }
      : node,
  );
}
