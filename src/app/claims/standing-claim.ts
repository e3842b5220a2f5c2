import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { NamedPlace } from './read-place.js';

/**
 * The standing claim of an account on a place, if any. One whose address was lost with a database learns it again: whoever
 * names the place has told it.
 */
export async function standingClaim(
  stores: Stores,
  accountId: string,
  { kind, expression, digest }: NamedPlace,
): Promise<Claim | undefined> {
  const claim = await stores.claims.standing(accountId, kind, digest);
  if (claim === undefined || claim.expression !== undefined) return claim;
  const named = { ...claim, expression };
  await stores.claims.update(claim.id, { expression });
  await stores.disputes.nameAgain(named);
  return named;
}
