import type { Claim } from '../ports/claims.js';
import type { Dispute } from '../ports/disputes.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';

/** Disputes, the open ones first. Throws `InvalidCursor`. */
export async function listDisputes(registry: Registry, page: PageRequest): Promise<Page<Dispute>> {
  return registry.store.disputes.page(page);
}

/** The claims of each dispute, in the order of the disputes. */
export async function claimsOfDisputes(registry: Registry, disputes: readonly Dispute[]): Promise<Claim[][]> {
  const claims = await registry.store.claims.byIds([
    ...new Set(disputes.flatMap(({ claimIds }) => claimIds)),
  ]);
  return disputes.map(({ claimIds }) => claims.filter(({ id }) => claimIds.includes(id)));
}
