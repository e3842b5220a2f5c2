/**
 * Checking of inclusion proofs by RFC 9162 §2.1.3.2. Shares nothing with the making of proofs but the hash of a node, so
 * that a mistake there cannot vouch for itself.
 */
import { equalBytes } from '../bytes/equal-bytes.js';
import { refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { HASH_LENGTH, nodeHash } from './node-hash.js';
import { ProofClimb } from './proof-climb.js';
import type { ProofCheck } from './proof-check.js';
import { isTreeSize } from './tree-size.js';

export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  /** The root of the tree of `size` leaves. */
  readonly root: Uint8Array;
  /** The leaf's sibling first. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the proof leads from the leaf to the root. Never throws. Root and size must come from one signed checkpoint:
 * trees of several sizes can have the same way to a leaf, and then only the signature tells which size is meant.
 */
export function verifyInclusion(claim: InclusionClaim, sha256: Sha256): ProofCheck {
  const { leafHash, index, size, root, proof } = claim;
  if (!isTreeSize(index) || !isTreeSize(size)) {
    return refuse('not-a-size', 'Index and size must be whole numbers from 0 to 2^53 - 1.');
  }
  if ([leafHash, root, ...proof].some((hash) => hash.length !== HASH_LENGTH)) {
    return refuse(
      'not-a-hash',
      `Leaf hash, root and every hash of the proof must have ${HASH_LENGTH} bytes.`,
    );
  }
  if (index >= size) {
    return refuse('index-outside', `A tree of ${size} leaves has no leaf ${index}.`);
  }
  const climb = new ProofClimb(index, size - 1);
  let hash = leafHash;
  for (const sibling of proof) {
    if (climb.atRoot) {
      return refuse('too-long', 'The proof has more hashes than the tree has levels above the leaf.');
    }
    hash = climb.step() === 'left' ? nodeHash(sibling, hash, sha256) : nodeHash(hash, sibling, sha256);
  }
  if (!climb.atRoot) {
    return refuse('too-short', 'The proof ends before it reaches the root.');
  }
  return equalBytes(hash, root)
    ? { ok: true }
    : refuse(
        'wrong-root',
        'The proof does not lead from this leaf to this root: the log has not shown it holds it.',
      );
}
