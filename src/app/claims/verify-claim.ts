import { takeAttempt } from '../accounts/take-attempt.js';
import type { TooManyAttempts } from '../accounts/take-attempt.js';
import type { SignedInActor } from '../actor.js';
import type { Challenge, Claim } from '../ports/claims.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { checkChallenge } from './check-challenge.js';
import { decidedBefore } from './decided-before.js';
import { isHeld } from './is-held.js';
import { claimEnded, ownPlaceClaim, type OwnClaim } from './own-claim.js';
import { placeHolders } from './place-holders.js';
import { raiseClaim } from './raise-claim.js';
import type { Grant } from './raise-claim.js';

export interface VerifyClaimInput {
  readonly claimId: string;
}

export interface ChallengeFailed extends Refusal<'CHALLENGE_FAILED'> {
  readonly claim: Claim;
}

export type VerifyClaimResult =
  | { readonly ok: true; readonly claim: OwnClaim }
  | Refusal<'NOT_FOUND'>
  | Refusal<'ALREADY_DECIDED'>
  | Refusal<'CHALLENGE_EXPIRED'>
  | ChallengeFailed
  | TooManyAttempts;

/**
 * Looks for the challenge file of one of the actor's claims. Found, the claim is proven: active, or in dispute with
 * whoever proved the same place. A claim that is proven already stays as it is, and so does one on a place that was
 * decided by more than a file.
 */
export async function verifyClaim(
  registry: Registry,
  actor: SignedInActor,
  input: VerifyClaimInput,
): Promise<VerifyClaimResult> {
  const claim = await ownPlaceClaim(registry.store.claims, actor, input.claimId);
  if ('ok' in claim) return claim;
  if (claim.state !== 'open') return isHeld(claim) ? { ok: true, claim } : claimEnded(claim);
  const tooMany = await takeAttempt(registry, 'verify-claim', [`account:${actor.account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const [challenge] = await registry.store.challenges.latestOf([claim.id]);
  if (challenge === undefined || challenge.expiresAt <= registry.clock()) return challengeExpired();
  const check = await checkChallenge(registry.outgoing, claim, challenge);
  if (check.met) return settle(registry, actor, claim.id, challenge);
  await registry.store.challenges.update(challenge.id, {
    lastCheckedAt: registry.clock(),
    lastProblem: check.problem,
  });
  return { ...refuse('CHALLENGE_FAILED', check.problem, check.nextStep), claim };
}

async function settle(
  registry: Registry,
  actor: SignedInActor,
  claimId: string,
  challenge: Challenge,
): Promise<VerifyClaimResult> {
  return registry.log.sequence(async (stores, at) => {
    const claim = await ownPlaceClaim(stores.claims, actor, claimId);
    if ('ok' in claim) return claim;
    if (claim.state !== 'open') return isHeld(claim) ? { ok: true, claim } : claimEnded(claim);
    const { rivals } = await placeHolders(stores, claim);
    const decided = await decidedBefore(stores, claim, rivals, 'verified');
    if (decided !== undefined) return decided;
    await stores.challenges.update(challenge.id, {
      lastCheckedAt: at,
      lastProblem: undefined,
      metAt: at,
    });
    const grant: Grant = { assurance: 'verified', method: 'well-known-file', change: { verifiedAt: at } };
    return { ok: true, claim: await raiseClaim(registry, stores, claim, rivals, grant, at) };
  });
}

function challengeExpired(): Refusal<'CHALLENGE_EXPIRED'> {
  return refuse(
    'CHALLENGE_EXPIRED',
    'The line for the file is older than seven days and no longer accepted.',
    'Renew it and put the new line into the file.',
  );
}
