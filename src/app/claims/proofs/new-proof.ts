import type { Proof, ProofMethod } from '../../ports/proofs.js';
import type { Randomness } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A proof is looked at again after 25 to 35 days: those of one day must not all come due on one day. */
const DUE_DAYS = 25;
const JITTER_DAYS = 10;

/** Nobody can look for a mailed code or a sign-in again, so that it has to be shown anew once a year. */
export const ONCE_DAYS = 365;

/** What a claim has just been proven by. */
export function newProof(
  registry: Registry,
  claimId: string,
  method: ProofMethod,
  token: string,
  at: Date,
): Proof {
  const isOnce = method === 'domain-mail' || method === 'openid-connect';
  return {
    claimId,
    method,
    token: isOnce ? undefined : token,
    provenAt: at,
    checkedAt: at,
    dueAt: isOnce ? new Date(at.getTime() + ONCE_DAYS * DAY_MS) : nextLook(registry.random, at),
    failingSince: undefined,
    lastReason: undefined,
    lastProblem: undefined,
    lapsedAt: undefined,
  };
}

/** When a proof that was found is looked at again. */
export function nextLook(random: Randomness, from: Date): Date {
  const [high = 0, low = 0] = random.bytes(2);
  const share = (high * 256 + low) / 65_536;
  return new Date(from.getTime() + (DUE_DAYS + JITTER_DAYS * share) * DAY_MS);
}
