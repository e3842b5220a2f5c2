import type { DisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { SignedInActor } from '../actor.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { appendLeaves } from '../log/append-leaves.js';
import { assuranceLeaf } from './claim-leaves.js';
import { disputeClosingLeaf } from './dispute-closing-leaf.js';
import { isHeld } from './held-assurance.js';
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
    const { claim = seen, rivals } = await placeHolders(stores, seen);
    if (claim.state === 'withdrawn') return { ok: true, claim };
    if (claim.state !== 'open' && !isHeld(claim)) return claimEnded(claim);
    const withdrawn: Claim = { ...claim, state: 'withdrawn' };
    await stores.claims.update(claim.id, { state: 'withdrawn' });
    const leaves = [
      assuranceLeaf(claim.id, { state: 'withdrawn' }, 'declaration', at),
      ...(claim.state === 'disputed' ? await leaveDispute(stores, actor, claim, rivals, at) : []),
      ...(await widerClaimLeaves(stores, claim, withdrawn, at)),
    ];
    await appendLeaves(registry, stores, leaves, at);
    return { ok: true, claim: withdrawn };
  });
}

async function leaveDispute(
  stores: Stores,
  actor: SignedInActor,
  claim: Claim,
  rivals: readonly Claim[],
  at: Date,
): Promise<DisputeLeaf[]> {
  const [winner, ...others] = rivals;
  const dispute = await stores.disputes.openOn(claim.kind, claim.subjectDigest);
  if (winner === undefined || others.length > 0 || dispute === undefined) return [];
  await stores.claims.update(winner.id, { state: 'active' });
  await stores.disputes.close(dispute.id, {
    closedAt: at,
    closedBy: actor.account.id,
    outcome: 'withdrawn',
    reason: 'All other claimants withdrew.',
  });
  return [disputeClosingLeaf(dispute, claim, winner.id, 'claimant-withdrew', at)];
}
