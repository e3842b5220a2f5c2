import { assuranceLeaf } from '../claims/claim-leaves.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { widerClaimLeaves } from '../claims/wider-claim-leaves.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

/** By whom, when and why a claim was decided. */
export interface ClaimDecision {
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly decisionReason: string;
}

/** Ends a claim that does not hold, with everything that rested on it. */
export async function rejectClaim(
  registry: Registry,
  stores: Stores,
  claim: Claim,
  change: ClaimDecision,
): Promise<Claim> {
  const rejected: Claim = { ...claim, ...change, state: 'rejected' };
  await stores.claims.update(claim.id, { ...change, state: 'rejected' });
  const leaves = [
    assuranceLeaf(claim.id, { state: 'rejected' }, 'moderator', change.decidedAt),
    ...(await widerClaimLeaves(stores, claim, rejected, change.decidedAt)),
  ];
  await appendLeaves(registry, stores, leaves, change.decidedAt);
  const { claimant } = claim;
  const place = claimedPlace(claim);
  await updateAnswerDisputes(registry, stores, { claimant, place }, change.decidedAt);
  return rejected;
}
