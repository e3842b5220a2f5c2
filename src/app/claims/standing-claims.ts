import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';

const PAGE_SIZE = 200;
const STANDING: ReadonlySet<Claim['state']> = new Set(['open', 'active', 'disputed']);

/** Every claim of an account that is not over. */
export async function standingClaims(stores: Stores, accountId: string): Promise<Claim[]> {
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
