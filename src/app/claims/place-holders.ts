import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';

export interface PlaceHolders {
  /** As it is now; undefined when the claim does not exist. */
  readonly claim: Claim | undefined;
  /** Claims of other accounts that hold the place, alone or in dispute. */
  readonly rivals: readonly Claim[];
}

/** A claim as it is now, and who else holds its place. Within a transition it stays so to its end. */
export async function placeHolders(stores: Stores, seen: Claim): Promise<PlaceHolders> {
  const held = await stores.claims.heldOn(seen.kind, seen.subjectDigest);
  return {
    claim: held.find(({ id }) => id === seen.id) ?? (await stores.claims.byId(seen.id)),
    rivals: held.filter((other) => other.claimant !== seen.claimant),
  };
}
