import type { Claim } from '../ports/claims.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';

/** Every claim an account ever made, a page at a time. Throws `InvalidCursor`. */
export async function listClaims(
  registry: Registry,
  accountId: string,
  page: PageRequest,
): Promise<Page<Claim>> {
  return registry.store.claims.ofAccount(accountId, page);
}
