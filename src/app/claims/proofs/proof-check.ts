import type { ProofProblem } from '../../ports/proofs.js';

/** What is wrong, and what its claimant can do about it. */
export interface ProofFailure {
  readonly met: false;
  readonly reason: ProofProblem;
  readonly problem: string;
  readonly nextStep: string;
}

/** Whether the proof of a claim was found. */
export type ProofCheck = { readonly met: true } | ProofFailure;

export function proofFailure(reason: ProofProblem, problem: string, nextStep: string): ProofFailure {
  return { met: false, reason, problem, nextStep };
}
