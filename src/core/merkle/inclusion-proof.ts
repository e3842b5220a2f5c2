/** Making of inclusion proofs, PATH(m, D_n) of RFC 6962 §2.1.1 (RFC 9162 §2.1.3.1). */
import type { Sha256 } from '../log/sha256.js';
import {
  type LeafRange,
  type NodeId,
  type SubtreeReader,
  perfectSubtrees,
  rangeHash,
} from './perfect-subtree.js';
import { assertTreeSize } from './tree-size.js';

/** The nodes that `inclusionProof` will read, so that they can be fetched first. Throws `RangeError`. */
export function inclusionProofNodes(index: number, size: number): NodeId[] {
  return siblings(index, size).flatMap(perfectSubtrees);
}

/**
 * The proof that the leaf at `index` is in the tree of the first `size` leaves: hashes of 32 bytes, the leaf's sibling
 * first. Throws `RangeError` when there is no such leaf.
 */
export function inclusionProof(
  index: number,
  size: number,
  read: SubtreeReader,
  sha256: Sha256,
): Uint8Array[] {
  return siblings(index, size).map((range) => rangeHash(range, read, sha256));
}

/** The leaves under each sibling of the way from the leaf up to the root. */
function siblings(index: number, size: number): LeafRange[] {
  assertTreeSize(index);
  assertTreeSize(size);
  if (index >= size) {
    throw new RangeError(`A tree of size ${size} has no leaf ${index}.`);
  }
  const ranges: LeafRange[] = [];
  // From the leaf up: at each height the neighbour with which the node is paired, as far as the tree reaches.
  for (let leaves = 1, at = index; leaves < size; leaves *= 2, at = Math.floor(at / 2)) {
    const start = (at % 2 === 0 ? at + 1 : at - 1) * leaves;
    if (start < size) ranges.push({ start, end: Math.min(start + leaves, size) });
  }
  return ranges;
}
