import type { SignedInActor } from '../../actor.js';
import type { Claim } from '../../ports/claims.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { isHeld } from '../is-held.js';
import { newChallenge } from './new-challenge.js';
import { claimEnded, noSuchClaim, ownPlaceClaim } from '../own-claim.js';

export interface RenewChallengeInput {
  readonly claimId: string;
}

/** Hands out a new token for a claim that is not proven yet; the one before it is no longer accepted. */
export async function renewChallenge(
  registry: Registry,
  actor: SignedInActor,
  input: RenewChallengeInput,
): Promise<{ readonly ok: true; readonly claim: Claim } | Refusal<'NOT_FOUND'>> {
  const claim = await ownPlaceClaim(registry.store.claims, actor, input.claimId);
  if ('ok' in claim) return claim;
  if (claim.state !== 'open') return isHeld(claim) ? { ok: true, claim } : claimEnded(claim);
  const isAdded = await registry.store.challenges.add(newChallenge(registry, claim.id));
  return isAdded ? { ok: true, claim } : noSuchClaim();
}
