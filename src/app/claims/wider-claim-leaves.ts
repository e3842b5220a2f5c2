import type { AssuranceLeaf } from '../../core/log/assurance-leaf.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { assuranceLeaf } from './claim-leaves.js';
import { covers } from './covering-places.js';
import { bestAssurance } from './held-assurance.js';

const PAGE_SIZE = 200;
const STANDING: ReadonlySet<Claim['state']> = new Set(['open', 'active', 'disputed']);

/**
 * What the change of one claim does to the account's claims on places within it. A leaf says it for each, because the
 * log shows digests only, from which nobody could tell that one place lies within another.
 */
export async function widerClaimLeaves(
  stores: Stores,
  before: Claim,
  after: Claim,
  at: Date,
): Promise<AssuranceLeaf[]> {
  const others = (await standingClaims(stores, before.accountId)).filter(({ id }) => id !== before.id);
  return others
    .filter((claim) => covers(before, claim))
    .flatMap((claim) => {
      const earlier = bestAssurance([...others, before], claim);
      const level = bestAssurance([...others, after], claim);
      return level === earlier ? [] : [assuranceLeaf(claim.id, { level }, 'wider-claim', at)];
    });
}

async function standingClaims(stores: Stores, accountId: string): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let after: string | undefined; ;) {
    const page = await stores.claims.ofAccount(accountId, {
      first: PAGE_SIZE,
      ...(after === undefined ? {} : { after }),
    });
    claims.push(...page.rows.map(({ row }) => row).filter(({ state }) => STANDING.has(state)));
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage) return claims;
  }
}
