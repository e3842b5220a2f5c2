import type { SignedInActor } from '../actor.js';
import type { Claim } from '../ports/claims.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import { claimedPlace } from './claimed-place.js';
import { endClaim } from './end-claim.js';
import { isHeld } from './is-held.js';
import { claimEnded, ownClaim } from './own-claim.js';
import { placeHolders } from './place-holders.js';
import { widerClaimLeaves } from './wider-claim-leaves.js';

export interface WithdrawClaimInput {
  readonly claimId: string;
}

/**
 * Ends one of the actor's claims. What they said about the place stays said, with the weight that it has without the
 * claim: noes about single addresses hold, yeses no longer count. A lone rival left in a dispute has won it.
 */
export async function withdrawClaim(
  registry: Registry,
  actor: SignedInActor,
  input: WithdrawClaimInput,
): Promise<{ readonly ok: true; readonly claim: Claim } | Refusal<'NOT_FOUND'>> {
  const seen = await ownClaim(registry.store.claims, actor, input.claimId);
  if ('ok' in seen) return seen;
  return registry.log.sequence(async (stores, at) => {
    const claim = await ownClaim(stores.claims, actor, seen.id);
    if ('ok' in claim) return claim;
    if (claim.state === 'withdrawn') return { ok: true, claim };
    if (claim.state !== 'open' && !isHeld(claim)) return claimEnded(claim);
    const { rivals } = await placeHolders(stores, claim);
    const withdrawn: Claim = { ...claim, state: 'withdrawn' };
    const leaves = [
      ...(await endClaim(stores, claim, rivals, actor.account.id, at)),
      ...(await widerClaimLeaves(stores, claim, withdrawn, at)),
    ];
    await appendLeaves(registry, stores, leaves, at);
    const change = { claimant: claim.claimant, place: claimedPlace(claim) };
    await updateAnswerDisputes(registry, stores, change, at);
    return { ok: true, claim: withdrawn };
  });
}
