/**
 * The nodes of a tree that never change once their leaves are there: roots of perfect subtrees, 2^level leaves from
 * leaf index · 2^level on. Every other node of RFC 6962 §2.1 stands on the right edge, changes with each leaf, and is
 * computed from these.
 */
import type { Sha256 } from '../log/sha256.js';
import { nodeHash } from './node-hash.js';

/** `level` from 0 (leaves) up; `index` counts the perfect subtrees of that level from the left. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a perfect subtree, from wherever the caller keeps them. */
export type SubtreeReader = (level: number, index: number) => Uint8Array;

/** The leaves from `start` up to, without, `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The perfect subtrees that make up the leaves from `start`, largest first. `start` must be a multiple of a power of two
 * that is at least as large as the range, as it is for every node of RFC 6962.
 */
export function perfectSubtrees({ start, end }: LeafRange): NodeId[] {
  const nodes: NodeId[] = [];
  let at = start;
  for (let level = highestLevel(end - start); at < end; level -= 1) {
    const leaves = 2 ** level;
    if (leaves <= end - at) {
      nodes.push({ level, index: at / leaves });
      at += leaves;
    }
  }
  return nodes;
}

/** The level of the largest perfect subtree that fits. By doubling, because a logarithm is not exact near 2^53. */
function highestLevel(leaves: number): number {
  let level = 0;
  for (let size = 2; size <= leaves; size *= 2) level += 1;
  return level;
}

/**
 * The Merkle tree hash of subtree roots that stand side by side, largest first: the split at the largest power of two
 * below the size leaves a perfect subtree on the left and the rest on the right. Throws `RangeError` for none.
 */
export function foldSubtrees(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  let folded = hashes.at(-1);
  if (folded === undefined) {
    throw new RangeError('There is no node above no leaves.');
  }
  for (const left of hashes.slice(0, -1).reverse()) folded = nodeHash(left, folded, sha256);
  return folded;
}

/** The Merkle tree hash of a range of leaves, 32 bytes. */
export function rangeHash(range: LeafRange, read: SubtreeReader, sha256: Sha256): Uint8Array {
  const hashes = perfectSubtrees(range).map(({ level, index }) => read(level, index));
  return foldSubtrees(hashes, sha256);
}

/** Where RFC 6962 §2.1 splits `leaves` > 1 leaves: the largest power of two below their number. */
export function splitPoint(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) {
    split *= 2;
  }
  return split;
}
