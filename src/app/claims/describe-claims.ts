import type { Challenge, Claim, Evidence } from '../ports/claims.js';
import type { Registry } from '../registry.js';
import { challengeFileUrl, challengeLine } from './challenge-file.js';
import { isHeld } from './held-assurance.js';

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
    return (
      challenge && {
        challenge,
        fileUrl: challengeFileUrl(claim),
        fileContent: challengeLine(challenge.token),
      }
    );
  });
}

/** The evidence of each claim, in the order of the claims. */
export async function evidenceOf(registry: Registry, claims: readonly Claim[]): Promise<Evidence[][]> {
  const evidence = await registry.store.evidence.ofClaims(claims.map(({ id }) => id));
  return claims.map((claim) => evidence.filter(({ claimId }) => claimId === claim.id));
}

/** Whether somebody else has proved to hold the place of the claim. */
export async function isContested(registry: Registry, claim: Claim): Promise<boolean> {
  if (claim.state === 'disputed') return true;
  const standing = await registry.store.claims.standingOn(claim.kind, claim.subjectDigest);
  return standing.some((other) => other.accountId !== claim.accountId && isHeld(other));
}

/** Up to where known entries are counted; more is shown as "10,000 or more". */
export const KNOWN_ENTRIES_LIMIT = 10_000;

/** How many rows of known datasets the place of the claim covers. */
export async function knownEntries(registry: Registry, claim: Claim): Promise<number> {
  return registry.store.entries.countCovered(claim, KNOWN_ENTRIES_LIMIT);
}
