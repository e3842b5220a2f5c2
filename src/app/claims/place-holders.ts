import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { isHeld } from './is-held.js';

export interface PlaceHolders {
  /** As it is now; undefined when the claim does not exist. */
  readonly claim: Claim | undefined;
  /** Claims of other accounts that hold the place, alone or in dispute. */
  readonly rivals: readonly Claim[];
}

/** A claim as it is now, and who else holds its place. Within a transition it stays so to its end. */
export async function placeHolders(stores: Stores, seen: Claim): Promise<PlaceHolders> {
  const standing = await stores.claims.standingOn(seen.kind, seen.subjectDigest);
  return {
    claim: standing.find(({ id }) => id === seen.id) ?? (await stores.claims.byId(seen.id)),
    rivals: standing.filter((other) => other.claimant !== seen.claimant && isHeld(other)),
  };
}
