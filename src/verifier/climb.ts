/** The way from a leaf to the root, RFC 9162 §2.1.3.2, told step by step. */
import { nodeHash } from './sha256.js';

export interface ClimbStep {
  readonly sibling: Uint8Array;
  /** Where the sibling stands. */
  readonly side: 'left' | 'right';
  /** The hash over both, in the order in which they stand. */
  readonly result: Uint8Array;
}

/**
 * Hashes upwards from the leaf at `index` in a tree of `size` leaves. Which hashes are needed follows from these two numbers
 * alone: undefined when `siblings` are too few or too many, or the tree has no such leaf.
 */
export function climb(
  leaf: Uint8Array,
  index: number,
  size: number,
  siblings: readonly Uint8Array[],
): readonly ClimbStep[] | undefined {
  if (index >= size) return undefined;
  const steps: ClimbStep[] = [];
  let hash = leaf;
  // The last node of a row that has no sibling moves up as it is.
  for (let at = index, last = size - 1; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    const side = at % 2 === 1 ? 'left' : at < last ? 'right' : undefined;
    if (side === undefined) continue;
    const sibling = siblings[steps.length];
    if (sibling === undefined) return undefined;
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    steps.push({ sibling, side, result: hash });
  }
  return steps.length === siblings.length ? steps : undefined;
}
