import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Work } from '../ports/works.js';

export interface OwnWork {
  readonly work: Work;
  /** Standing. */
  readonly claim: Claim;
}

const STANDING: readonly Claim['state'][] = ['open', 'active', 'disputed'];

/** The work of a claim that is not over. */
export async function ownedWorkOfClaim(stores: Stores, claimId: string): Promise<OwnWork | undefined> {
  const [work] = await stores.works.byClaims([claimId]);
  const claim = work && (await stores.claims.byId(claimId));
  return work && claim && STANDING.includes(claim.state) ? { work, claim } : undefined;
}

/** A work of an account whose claim is not over; undefined alike for one of somebody else. */
export async function ownWork(stores: Stores, accountId: string, id: string): Promise<OwnWork | undefined> {
  const [work] = await stores.works.byIds([id]);
  const claim = work?.accountId === accountId ? await stores.claims.byId(work.claimId) : undefined;
  return work && claim && STANDING.includes(claim.state) ? { work, claim } : undefined;
}
