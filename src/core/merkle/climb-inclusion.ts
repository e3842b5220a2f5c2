/** The hashes of an inclusion proof one after the other, RFC 9162 §2.1.3.2, so that each can be shown and done again. */
import { type Refusal, refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { HASH_LENGTH, nodeHash } from './node-hash.js';
import { ProofClimb } from './proof-climb.js';
import type { ProofProblemCode } from './proof-check.js';
import { isTreeSize } from './tree-size.js';

export interface LeafInTree {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  /** The leaf's sibling first. */
  readonly proof: readonly Uint8Array[];
}

/** One step up: `hash` is that of the node above what was there before and its sibling. */
export interface InclusionStep {
  /** On which side the sibling stands. */
  readonly side: 'left' | 'right';
  readonly sibling: Uint8Array;
  readonly hash: Uint8Array;
}

export type InclusionClimb =
  | {
      readonly ok: true;
      readonly steps: readonly InclusionStep[];
      /** Where the last step leads; the leaf hash itself in a tree of one leaf. */
      readonly root: Uint8Array;
    }
  | Refusal<ProofProblemCode>;

/** Climbs from the leaf as high as a tree of this size is. Whether the root is the right one, the caller decides. Never throws. */
export function climbInclusion({ leafHash, index, size, proof }: LeafInTree, sha256: Sha256): InclusionClimb {
  if (!isTreeSize(index) || !isTreeSize(size)) {
    return refuse('not-a-size', 'Index and size must be whole numbers from 0 to 2^53 - 1.');
  }
  if ([leafHash, ...proof].some((hash) => hash.length !== HASH_LENGTH)) {
    return refuse('not-a-hash', `Leaf hash and every hash of the proof must have ${HASH_LENGTH} bytes.`);
  }
  if (index >= size) {
    return refuse('index-outside', `A tree of size ${size} has no leaf ${index}.`);
  }
  const climb = new ProofClimb(index, size - 1);
  const steps: InclusionStep[] = [];
  let root = leafHash;
  for (const sibling of proof) {
    if (climb.atRoot) {
      return refuse('too-long', 'The proof has more hashes than the tree has levels above the leaf.');
    }
    const side = climb.step();
    root = side === 'left' ? nodeHash(sibling, root, sha256) : nodeHash(root, sibling, sha256);
    steps.push({ side, sibling, hash: root });
  }
  return climb.atRoot
    ? { ok: true, steps, root }
    : refuse('too-short', 'The proof ends before it reaches the root.');
}
