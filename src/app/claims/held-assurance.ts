import { ASSURANCES } from '../../core/consent/assurance.js';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { claimedPlace } from './claimed-place.js';
import { coveringPlaces, covers } from './covering-places.js';
import type { Place } from './covering-places.js';
import { isHeld } from './is-held.js';
import { placeDigest } from './place-digest.js';

/** The best assurance that these claims of one account give it for a place. */
export function bestAssurance(claims: readonly Claim[], place: Place): Assurance {
  const levels = claims
    .filter((claim) => isHeld(claim) && reaches(claim, place))
    .map(({ assurance }) => assurance);
  return ASSURANCES.findLast((level) => levels.includes(level)) ?? 'asserted';
}

function reaches(claim: Claim, place: Place): boolean {
  const claimed = claimedPlace(claim);
  return claimed !== undefined && covers(claimed, place);
}

/** The best assurance that an account's claims on a place and on wider ones give it for the place. */
export async function heldAssurance(
  registry: Registry,
  stores: Stores,
  accountId: string,
  place: Place,
): Promise<Assurance> {
  const digests = coveringPlaces(place).map(({ expression }) => placeDigest(expression, registry.sha256));
  return bestAssurance(await stores.claims.holding(digests, [accountId]), place);
}
