import { hashMailedCode, isSameHash, readMailedCode } from '../../accounts/secrets.js';
import type { Registry } from '../../registry.js';
import type { OwnClaim } from '../own-claim.js';
import { type ProofCheck, type ProofFailure, proofFailure } from './proof-check.js';

const MAX_GUESSES = 5;

/** Bound to the claim, and through it to the account: a code that was mailed for another one proves nothing here. */
export function claimCodePurpose(claimId: string): string {
  return `claim ${claimId}`;
}

/**
 * Whether `typed` is the code that was mailed to the domain of the claim. The guess is counted before it is looked at, and
 * the code is spent when it is right.
 */
export async function checkMailedCode(
  { store, clock, sha256 }: Registry,
  claim: OwnClaim,
  typed: string,
): Promise<ProofCheck> {
  const code = readMailedCode(typed);
  if (code === undefined) return wrongCode('A code has eight letters and digits.');
  const mailed = await store.claimCodes.countGuess(claim.id);
  if (mailed === undefined) return spentCode('No code was mailed for this claim, or it was used.');
  if (mailed.expiresAt <= clock()) return spentCode('The code was mailed more than an hour ago.');
  if (mailed.guesses > MAX_GUESSES) return spentCode('A wrong code was typed five times.');
  const hash = hashMailedCode(sha256, mailed.email, claimCodePurpose(claim.id), code);
  if (!isSameHash(hash, mailed.codeHash)) {
    return wrongCode('This is not the code that was mailed last for this claim.');
  }
  await store.claimCodes.remove(claim.id);
  return { met: true };
}

function wrongCode(problem: string): ProofFailure {
  return proofFailure('wrong-code', problem, 'Type the code of the newest mail, or have another one sent.');
}

/** The code in the mail is no longer taken, however it is typed. */
function spentCode(problem: string): ProofFailure {
  return proofFailure('wrong-code', problem, 'Have another code sent, and type that one.');
}
