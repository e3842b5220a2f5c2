import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';

/** The pseudonyms under which somebody acts: their own, then those of organisations for which they may answer. */
export async function ownPseudonyms(
  stores: Pick<Stores, 'organisations' | 'accounts'>,
  { id, pseudonym }: Pick<Account, 'id' | 'pseudonym'>,
): Promise<string[]> {
  const places = (await stores.organisations.placesOf(id)).filter(({ role }) => role !== 'viewer');
  const organisations = await stores.organisations.byIds(places.map(({ organisationId }) => organisationId));
  const agents = await stores.accounts.byIds(organisations.map(({ accountId }) => accountId));
  return [pseudonym, ...agents.map((agent) => agent.pseudonym)].map(idInLeaf);
}
