/**
 * Checking of inclusion proofs by RFC 9162 §2.1.3.2. Shares nothing with the making of proofs but the hash of a node, so
 * that a mistake there cannot vouch for itself.
 */
import { equalBytes } from '../bytes/equal-bytes.js';
import { refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { type LeafInTree, climbInclusion } from './climb-inclusion.js';
import { HASH_LENGTH } from './node-hash.js';
import type { ProofCheck } from './proof-check.js';

export interface InclusionClaim extends LeafInTree {
  /** The root of the tree of `size` leaves. */
  readonly root: Uint8Array;
}

/**
 * Whether the proof leads from the leaf to the root. Never throws. Root and size must come from one signed checkpoint:
 * trees of several sizes can have the same way to a leaf, and then only the signature tells which size is meant.
 */
export function verifyInclusion(claim: InclusionClaim, sha256: Sha256): ProofCheck {
  if (claim.root.length !== HASH_LENGTH) {
    return refuse('not-a-hash', `The root must have ${HASH_LENGTH} bytes.`);
  }
  const climb = climbInclusion(claim, sha256);
  if (!climb.ok) {
    return climb;
  }
  return equalBytes(climb.root, claim.root)
    ? { ok: true }
    : refuse(
        'wrong-root',
        'The proof does not lead from this leaf to this root: the log has not shown it holds it.',
      );
}
