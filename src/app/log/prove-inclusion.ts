import { inclusionProof, inclusionProofNodes } from '../../core/merkle/inclusion-proof.js';
import type { LogTreeStore } from '../ports/log-tree.js';
import type { Sha256 } from '../ports/surroundings.js';
import { readSubtrees } from './read-subtrees.js';

/**
 * The hashes that lead from a leaf to the root of the tree of the first `size` leaves, the leaf's sibling first. The tree
 * must be signed already. Throws `RangeError` when the leaf is not in it.
 */
export async function proveInclusion(
  logTree: LogTreeStore,
  index: number,
  size: number,
  sha256: Sha256,
): Promise<Uint8Array[]> {
  const read = await readSubtrees(logTree, inclusionProofNodes(index, size), size, sha256);
  return inclusionProof(index, size, read, sha256);
}
