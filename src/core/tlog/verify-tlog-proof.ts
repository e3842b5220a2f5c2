/** Checking a proof without a network, c2sp.org/tlog-proof ("Verifying a tlog proof"), steps 2 to 4. */
import { type Refusal, refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { type ProofProblemCode } from '../merkle/proof-check.js';
import { verifyInclusion } from '../merkle/verify-inclusion.js';
import type { VerifyEd25519 } from './ed25519.js';
import {
  type PolicyCheckProblemCode,
  type WitnessedCheckpoint,
  openUnderPolicy,
} from './open-under-policy.js';
import type { TlogPolicy } from './tlog-policy.js';
import type { TlogProof } from './tlog-proof.js';

export type VerifyTlogProofProblemCode = PolicyCheckProblemCode | ProofProblemCode;

/**
 * Whether a log that the policy trusts, witnessed as it asks, holds the leaf at the index of the proof. The caller
 * computes the leaf hash from the entry itself. Times of cosignatures are returned, and not judged.
 */
export function verifyTlogProof(
  proof: TlogProof,
  leafHash: Uint8Array,
  policy: TlogPolicy,
  sha256: Sha256,
  verify: VerifyEd25519,
): WitnessedCheckpoint | Refusal<VerifyTlogProofProblemCode> {
  const opened = openUnderPolicy(proof.checkpoint, policy, verify);
  if (!opened.ok) {
    return opened;
  }
  const { size, root } = opened.checkpoint;
  const included = verifyInclusion({ leafHash, index: proof.index, size, root, proof: proof.hashes }, sha256);
  return included.ok ? opened : refuse(included.problem.code, included.problem.message);
}
