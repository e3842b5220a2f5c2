import type { AssuranceLeaf } from '../../core/log/assurance-leaf.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { assuranceLeaf } from './claim-leaves.js';
import { claimedPlace } from './claimed-place.js';
import { covers } from './covering-places.js';
import { bestAssurance } from './held-assurance.js';
import { standingClaims } from './standing-claims.js';

/**
 * What the change of one claim does to the account's claims on places within it. A leaf says it for each, because the
 * log shows digests only, from which nobody could tell that one place lies within another. Of an erased account nobody
 * can tell it any more; whoever looks up an address there knows the wider places by themselves.
 */
export async function widerClaimLeaves(
  stores: Stores,
  before: Claim,
  after: Claim,
  at: Date,
): Promise<AssuranceLeaf[]> {
  const wider = claimedPlace(before);
  if (before.accountId === undefined || wider === undefined) return [];
  const others = (await standingClaims(stores, before.accountId)).filter(({ id }) => id !== before.id);
  return others.flatMap((claim) => {
    const place = claimedPlace(claim);
    if (place === undefined || !covers(wider, place)) return [];
    const earlier = bestAssurance([...others, before], place);
    const level = bestAssurance([...others, after], place);
    return level === earlier ? [] : [assuranceLeaf(claim.id, { level }, 'wider-claim', at)];
  });
}
