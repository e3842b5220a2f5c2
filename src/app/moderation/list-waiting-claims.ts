import type { Claim } from '../ports/claims.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';

/** The moderators' queue: claims that wait for a person, the longest waiting first. Throws `InvalidCursor`. */
export async function listWaitingClaims(registry: Registry, page: PageRequest): Promise<Page<Claim>> {
  return registry.store.claims.waiting(page);
}
