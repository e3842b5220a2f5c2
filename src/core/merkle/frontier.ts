/**
 * The right edge of a tree: the roots of its largest perfect subtrees, from left to right. It is all that is needed to
 * take more leaves and to know the root (RFC 6962 §2.1; "compact range" elsewhere). Frontiers are never changed;
 * appending gives a new one.
 */
import type { Sha256 } from '../log/sha256.js';
import { emptyRoot } from './empty-root.js';
import { HASH_LENGTH, nodeHash } from './node-hash.js';
import { type NodeId, type SubtreeReader, foldSubtrees, perfectSubtrees } from './perfect-subtree.js';
import { assertTreeSize } from './tree-size.js';

export interface Frontier {
  /** Leaves in the tree, at most 2^53 - 1. */
  readonly size: number;
  /** One hash of 32 bytes for each 1 in the binary form of the size, the largest subtree first. */
  readonly hashes: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** No hash, which nothing is hashed from. */
const NONE = new Uint8Array();

/** The nodes whose hashes make the frontier of a tree of this size, in its order. Throws `RangeError`. */
export function frontierNodes(size: number): NodeId[] {
  assertTreeSize(size);
  return perfectSubtrees({ start: 0, end: size });
}

/** The frontier of a tree that is kept elsewhere. Throws `RangeError`. */
export function readFrontier(size: number, read: SubtreeReader): Frontier {
  return { size, hashes: frontierNodes(size).map(({ level, index }) => read(level, index)) };
}

/** Throws `RangeError` for a frontier whose hashes do not fit its size, or a hash that is not 32 bytes. */
export function appendLeafHash(frontier: Frontier, leafHash: Uint8Array, sha256: Sha256): Frontier {
  return appendLeafHashes(frontier, [leafHash], sha256);
}

/** As `appendLeafHash`, for many: one hash a leaf, and one copy of the frontier in all. */
export function appendLeafHashes(
  frontier: Frontier,
  leafHashes: Iterable<Uint8Array>,
  sha256: Sha256,
): Frontier {
  assertFrontier(frontier);
  const hashes = [...frontier.hashes];
  let { size } = frontier;
  for (const leafHash of leafHashes) {
    if (leafHash.length !== HASH_LENGTH) {
      throw new RangeError(`A leaf hash has ${HASH_LENGTH} bytes.`);
    }
    // Each 1 at the end of the binary size is a subtree that the new leaf completes.
    let hash = leafHash;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeHash(hashes.pop() ?? NONE, hash, sha256);
    }
    hashes.push(hash);
    size += 1;
  }
  assertTreeSize(size);
  return { size, hashes };
}

/** The root of the tree, 32 bytes. Throws `RangeError` for a frontier whose hashes do not fit its size. */
export function rootOf(frontier: Frontier, sha256: Sha256): Uint8Array {
  assertFrontier(frontier);
  return frontier.size === 0 ? emptyRoot(sha256) : foldSubtrees(frontier.hashes, sha256);
}

function assertFrontier({ size, hashes }: Frontier): void {
  const expected = frontierNodes(size).length;
  if (hashes.length !== expected || hashes.some((hash) => hash.length !== HASH_LENGTH)) {
    throw new RangeError(`The frontier at size ${size} is ${expected} hashes of ${HASH_LENGTH} bytes.`);
  }
}
