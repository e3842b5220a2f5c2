import { consistencyProof, consistencyProofNodes } from '../../core/merkle/consistency-proof.js';
import type { LogTreeStore } from '../ports/log-tree.js';
import type { Sha256 } from '../ports/surroundings.js';
import { readSubtrees } from './read-subtrees.js';

/**
 * The hashes that show the tree of `oldSize` leaves to be the beginning of that of `newSize`, which must be signed
 * already. Throws `RangeError` when the old tree is the larger one.
 */
export async function proveConsistency(
  logTree: LogTreeStore,
  oldSize: number,
  newSize: number,
  sha256: Sha256,
): Promise<Uint8Array[]> {
  const read = await readSubtrees(logTree, consistencyProofNodes(oldSize, newSize), newSize, sha256);
  return consistencyProof(oldSize, newSize, read, sha256);
}
