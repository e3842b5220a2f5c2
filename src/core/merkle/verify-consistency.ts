/**
 * Checking of consistency proofs by RFC 9162 §2.1.4.2. Shares nothing with the making of proofs but the hash of a node,
 * so that a mistake there cannot vouch for itself.
 */
import { equalBytes } from '../bytes/equal-bytes.js';
import { refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { emptyRoot } from './empty-root.js';
import { HASH_LENGTH, nodeHash } from './node-hash.js';
import { ProofClimb } from './proof-climb.js';
import type { ProofCheck } from './proof-check.js';
import { isTreeSize } from './tree-size.js';

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  /** In the order of the RFC. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the old tree is a prefix of the new one. Never throws. Each root must come with its size from a signed
 * checkpoint: trees of several sizes can share a proof, and then only the signature tells which size is meant.
 */
export function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256): ProofCheck {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isTreeSize(oldSize) || !isTreeSize(newSize)) {
    return refuse('not-a-size', 'Both sizes must be whole numbers from 0 to 2^53 - 1.');
  }
  if ([oldRoot, newRoot, ...proof].some((hash) => hash.length !== HASH_LENGTH)) {
    return refuse('not-a-hash', `Both roots and every hash of the proof must have ${HASH_LENGTH} bytes.`);
  }
  if (oldSize > newSize) {
    return refuse('sizes-reversed', `A tree of size ${newSize} cannot grow out of one of ${oldSize}.`);
  }
  if (oldSize === 0 || oldSize === newSize) {
    return verifyWithoutProof(claim, sha256);
  }
  return foldProof(claim, sha256);
}

/** Equal trees, and the empty tree, which is a prefix of every tree (c2sp.org/tlog-witness), need no proof. */
function verifyWithoutProof(claim: ConsistencyClaim, sha256: Sha256): ProofCheck {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (proof.length > 0) {
    return refuse('too-long', 'Between equal trees, and from an empty one, the proof must be empty.');
  }
  if (oldSize === 0 && !equalBytes(oldRoot, emptyRoot(sha256))) {
    return refuse('wrong-old-root', 'A tree without leaves has the hash of nothing as its root.');
  }
  if (oldSize === newSize && !equalBytes(oldRoot, newRoot)) {
    return refuse('wrong-root', `Two roots for size ${newSize}: the log has shown two different trees.`);
  }
  return { ok: true };
}

function foldProof(claim: ConsistencyClaim, sha256: Sha256): ProofCheck {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined) {
    return refuse('too-short', 'There is no proof.');
  }
  const climb = new ProofClimb(oldSize - 1, newSize - 1);
  climb.leaveRightEdges();
  let oldHash = first;
  let newHash = first;
  for (const hash of rest) {
    if (climb.atRoot) {
      return refuse('too-long', 'The proof has more hashes than the two sizes ask for.');
    }
    if (climb.step() === 'left') {
      oldHash = nodeHash(hash, oldHash, sha256);
      newHash = nodeHash(hash, newHash, sha256);
    } else {
      newHash = nodeHash(newHash, hash, sha256);
    }
  }
  if (!climb.atRoot) {
    return refuse('too-short', 'The proof ends before it reaches the new root.');
  }
  if (!equalBytes(oldHash, oldRoot)) {
    return refuse(
      'wrong-old-root',
      'The proof does not lead to the old root: the old tree is not shown to be a prefix.',
    );
  }
  return equalBytes(newHash, newRoot)
    ? { ok: true }
    : refuse(
        'wrong-root',
        'The proof does not lead to the new root: the new tree is not shown to hold the old one.',
      );
}

function isPowerOfTwo(size: number): boolean {
  let rest = size;
  while (rest % 2 === 0) {
    rest /= 2;
  }
  return rest === 1;
}
