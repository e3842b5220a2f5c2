/** Making of consistency proofs, PROOF(m, D_n) of RFC 6962 §2.1.2 (RFC 9162 §2.1.4.1). */
import type { Sha256 } from '../log/sha256.js';
import {
  type LeafRange,
  type NodeId,
  type SubtreeReader,
  perfectSubtrees,
  rangeHash,
  splitPoint,
} from './perfect-subtree.js';
import { assertTreeSize } from './tree-size.js';

/** The nodes that `consistencyProof` will read, so that they can be fetched first. Throws `RangeError`. */
export function consistencyProofNodes(oldSize: number, newSize: number): NodeId[] {
  return provingRanges(oldSize, newSize).flatMap(perfectSubtrees);
}

/**
 * The proof that the tree of the first `oldSize` leaves is a prefix of that of the first `newSize`: hashes of 32 bytes in
 * the order of the RFC. Empty for equal sizes, and for an empty old tree, which is a prefix of every tree
 * (c2sp.org/tlog-witness). Throws `RangeError` when the old tree is the larger one.
 */
export function consistencyProof(
  oldSize: number,
  newSize: number,
  read: SubtreeReader,
  sha256: Sha256,
): Uint8Array[] {
  return provingRanges(oldSize, newSize).map((range) => rangeHash(range, read, sha256));
}

function provingRanges(oldSize: number, newSize: number): LeafRange[] {
  assertTreeSize(oldSize);
  assertTreeSize(newSize);
  if (oldSize > newSize) {
    throw new RangeError(`A tree of size ${newSize} cannot hold an older one of ${oldSize}.`);
  }
  if (oldSize === 0) {
    return [];
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const split = start + splitPoint(end - start);
    if (oldSize <= split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  // What is left is the last subtree of the old tree. At start 0 it is the whole old tree, whose root the verifier has.
  if (start > 0) {
    ranges.push({ start, end });
  }
  return ranges.reverse();
}
