// Mends libraries in node_modules, each fault with the text of the standard that it breaks. A file is
// replaced and not written into: other trees may hold the same file by a hard link. Run after every
// installation; what is mended already stays as it is, and what is neither the known fault nor its
// mending stops the installation.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What is mended: a file of a library, and exact texts with what takes their place. */
const patches = [
  {
    library: 'ts-mls',
    version: '1.6.4',
    file: 'dist/src/clientState.js',
    // The first three: RFC 9420, section 12.4.3.1, of each entry in the unmerged_leaves of a parent node: the entry
    // is a non-blank leaf that is a descendant of the node (both are asked, not one of them); and
    // every non-blank node between that leaf and the node lists the leaf as well (the nodes above
    // need not, and their lists need not be the same). Without this, valid Welcomes of groups in
    // which several were added at once are refused.
    replace: [
      [
        `if (tree[nodeIndex]?.nodeType !== "leaf" && !dp.includes(toNodeIndex(i)))`,
        `if (tree[nodeIndex]?.nodeType !== "leaf" || !dp.includes(toNodeIndex(i)))`,
      ],
      [
        `for (const parentIdx of dp) {
                    const dpNode`,
        `for (const parentIdx of dp) {
                    if (parentIdx === i)
                        break;
                    const dpNode`,
      ],
      [
        `if (!arraysEqual(dpNode.parent.unmergedLeaves, n.parent.unmergedLeaves))`,
        `if (!dpNode.parent.unmergedLeaves.includes(unmergedLeaf))`,
      ],
      // RFC 9420, section 12.4.2: a member is out when a Remove names its leaf, also when the same
      // commit gives the place to somebody new.
      [
        `const selfRemoved = mutatedTree[leafToNodeIndex(toLeafIndex(state.privatePath.leafIndex))] === undefined;`,
        `const selfRemoved = grouped.remove.some((r) => r.proposal.remove.removed === state.privatePath.leafIndex);`,
      ],
    ],
  },
];

function mend({ library, version, file, replace }) {
  const home = new URL(`../node_modules/${library}/`, import.meta.url);
  const installed = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')).version;
  if (installed !== version) {
    throw new Error(`${library} ${installed} is installed; the mending is for ${version}.`);
  }
  const path = new URL(file, home);
  const before = readFileSync(path, 'utf8');
  let text = before;
  for (const [fault, mended] of replace) {
    if (!text.includes(mended)) {
      if (text.split(fault).length !== 2) {
        throw new Error(`${library} ${file}: the fault is not where it was: ${fault}`);
      }
      text = text.replace(fault, () => mended);
    }
  }
  if (text !== before) {
    const beside = new URL(`${path.href}.mended`);
    writeFileSync(beside, text);
    renameSync(beside, path);
  }
}

patches.forEach(mend);
