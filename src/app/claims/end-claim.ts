import type { Leaf } from '../../core/log/leaf.js';
import { closeDisputes } from '../disputes/close-disputes.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { assuranceLeaf } from './claim-leaves.js';
import type { PlaceHolders } from './place-holders.js';

/**
 * Ends a claim that stands, as its claimant wants. A lone rival left in a dispute has won it. Answers the leaves that say
 * so, to be appended in the transition that `stores` and `at` belong to.
 * @param closedBy the account that closes the dispute; undefined for one that is going
 */
export async function endClaim(
  stores: Stores,
  claim: Claim,
  rivals: PlaceHolders['rivals'],
  closedBy: string | undefined,
  at: Date,
): Promise<Leaf[]> {
  await stores.claims.update(claim.id, { state: 'withdrawn' });
  const ended = assuranceLeaf(claim.id, { state: 'withdrawn' }, 'declaration', at);
  if (claim.state !== 'disputed' || claim.kind === 'content') return [ended];
  const [winner, ...others] = rivals;
  const dispute = await stores.disputes.openOn(claim.kind, claim.subjectDigest);
  if (winner === undefined || others.length > 0 || dispute === undefined) return [ended];
  await stores.claims.update(winner.id, { state: 'active' });
  const verdict = {
    outcome: 'claim-upheld',
    upheldClaimId: winner.id,
    closingReason: 'claimant-withdrew',
    suspends: [],
  } as const;
  return [ended, ...(await closeDisputes(stores, [dispute], verdict, { closedBy }, at))];
}
