import { bytesToHex } from '@noble/hashes/utils.js';
import type { Challenge, Claim, Evidence } from '../ports/claims.js';
import type { Registry } from '../registry.js';
import { challengeFileUrl, challengeLine } from './challenge-file.js';
import { claimedPlace } from './claimed-place.js';
import { isHeld } from './is-held.js';

/** A challenge with what its claimant has to do. For nobody's eyes but theirs. */
export interface ChallengeToMeet {
  readonly challenge: Challenge;
  readonly fileUrl: string;
  readonly fileContent: string;
}

/** The newest challenge of each open claim, in the order of the claims; a claim that needs no proof any more has none. */
export async function challengesOf(
  registry: Registry,
  claims: readonly Claim[],
): Promise<(ChallengeToMeet | undefined)[]> {
  const open = claims.filter(({ state }) => state === 'open').map(({ id }) => id);
  const challenges = new Map(
    (await registry.store.challenges.latestOf(open)).map((challenge) => [challenge.claimId, challenge]),
  );
  return claims.map((claim) => {
    const challenge = challenges.get(claim.id);
    const place = claimedPlace(claim);
    if (challenge === undefined || place === undefined) return undefined;
    return { challenge, fileUrl: challengeFileUrl(place), fileContent: challengeLine(challenge.token) };
  });
}

/** The evidence of each claim, in the order of the claims. */
export async function evidenceOf(registry: Registry, claims: readonly Claim[]): Promise<Evidence[][]> {
  const evidence = await registry.store.evidence.ofClaims(claims.map(({ id }) => id));
  return claims.map((claim) => evidence.filter(({ claimId }) => claimId === claim.id));
}

/** Of each claim, whether another claimant has proved to hold its place. */
export async function contestedOf({ store }: Registry, claims: readonly Claim[]): Promise<boolean[]> {
  const standing = await store.claims.standingOnAny(claims);
  const holders = standing.filter(isHeld).map((claim) => ({ place: placeKey(claim), who: claim.claimant }));
  return claims.map((claim) => {
    const here = placeKey(claim);
    return (
      claim.state === 'disputed' || holders.some(({ place, who }) => place === here && who !== claim.claimant)
    );
  });
}

function placeKey({ kind, subjectDigest }: Claim): string {
  return `${kind} ${bytesToHex(subjectDigest)}`;
}

/** Up to where known entries are counted; more is shown as "10,000 or more". */
export const KNOWN_ENTRIES_LIMIT = 10_000;

/** How many rows of known datasets the place of each claim covers; none where nobody can name it any more. */
export async function knownEntriesOf({ store }: Registry, claims: readonly Claim[]): Promise<number[]> {
  const places = claims.map(claimedPlace);
  const known = places.filter((place) => place !== undefined);
  const counts = await store.entries.countCovered(known, KNOWN_ENTRIES_LIMIT);
  return places.map((place) => (place === undefined ? 0 : (counts[known.indexOf(place)] ?? 0)));
}
