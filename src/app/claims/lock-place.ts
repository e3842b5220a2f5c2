import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import { isHeld } from './held-assurance.js';
import { ChangedMeanwhile } from '../retry-conflicts.js';

export interface LockedPlace {
  /** As it is now; undefined when the claim does not exist. */
  readonly claim: Claim | undefined;
  /** Claims of other accounts that hold the place, alone or in dispute. */
  readonly rivals: readonly Claim[];
}

/** Locks a claim together with all claims that hold its place, in one order for everybody, so that nobody deadlocks. */
export async function lockPlace(stores: Stores, claim: Claim): Promise<LockedPlace> {
  const standing = await stores.claims.standingOn(claim.kind, claim.subjectDigest);
  const ids = new Set([claim.id, ...standing.filter(isHeld).map(({ id }) => id)]);
  const locked: Claim[] = [];
  for (const id of [...ids].sort()) {
    const row = await stores.claims.lock(id);
    if (row !== undefined) locked.push(row);
  }
  return {
    claim: locked.find(({ id }) => id === claim.id),
    rivals: locked.filter((other) => other.accountId !== claim.accountId && isHeld(other)),
  };
}

/**
 * Throws `ChangedMeanwhile` when a claim other than these holds the place of the first. To be called after leaves were
 * appended: from then until the commit nobody else can change what a claim has reached.
 */
export async function confirmHolders(stores: Stores, claims: readonly [Claim, ...Claim[]]): Promise<void> {
  const [{ kind, subjectDigest }] = claims;
  const held = (await stores.claims.standingOn(kind, subjectDigest)).filter(isHeld);
  const known = new Set(claims.map(({ id }) => id));
  if (!held.every(({ id }) => known.has(id)))
    throw new ChangedMeanwhile('Another claim on the place was proven.');
}
