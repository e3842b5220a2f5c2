import { bytesToHex } from '@noble/hashes/utils.js';
import type { Challenge, Claim, ClaimantHistory, Evidence } from '../ports/claims.js';
import type { Proof, ProofMethod } from '../ports/proofs.js';
import type { Registry } from '../registry.js';
import { challengeFileUrl, challengeLine } from './proofs/challenge-file.js';
import { placeHost } from './claimable-place.js';
import { claimedPlace } from './claimed-place.js';
import type { Place } from './covering-places.js';
import { domainAddresses } from './proofs/domain-mail.js';
import { proofPages } from './proofs/look-at-page.js';
import { challengeRecordName } from './proofs/look-at-records.js';
import { metaElement, profileLinkStart } from './proofs/profile-link.js';
import { sharedHost } from './shared-hosts.js';

/** A challenge with what its claimant has to do. For nobody's eyes but theirs. */
export interface ChallengeToMeet {
  readonly challenge: Challenge;
  readonly ways: readonly ProofMethod[];
  readonly fileUrl: string;
  readonly fileContent: string;
  readonly recordName: string;
  readonly metaElement: string;
  readonly profileLink: string;
  readonly pageUrl: string;
  readonly mailAddresses: readonly string[];
  /** Whether the site lets no program look, as is known of it or was seen at the last check. */
  readonly siteRefuses: boolean;
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
    return toMeet(registry, place, challenge);
  });
}

function toMeet(
  { mailer, settings, providers }: Registry,
  place: Place,
  challenge: Challenge,
): ChallengeToMeet {
  const { token, lastReason } = challenge;
  const mailAddresses = mailer.isEnabled ? domainAddresses(place) : [];
  const shared = sharedHost(placeHost(place.expression));
  return {
    challenge,
    ways: [
      ...proofWays(shared !== undefined, mailAddresses.length > 0),
      ...(isProfileHost(providers, place) ? (['openid-connect'] as const) : []),
    ],
    fileUrl: challengeFileUrl(place),
    fileContent: challengeLine(token),
    recordName: challengeRecordName(place),
    metaElement: metaElement(token),
    profileLink: profileLinkStart(settings) + token,
    pageUrl: `https://${proofPages(place)[0].address}`,
    mailAddresses,
    siteRefuses: shared?.refusesPrograms === true || lastReason === 'site-refuses',
  };
}

function isProfileHost({ list }: Registry['providers'], { kind, expression }: Place): boolean {
  const host = placeHost(expression);
  return kind !== 'domain' && list.some(({ profileHosts }) => profileHosts.includes(host));
}

/** Who has a page on a host of many can put up neither files nor records there. */
function proofWays(isShared: boolean, hasMail: boolean): ProofMethod[] {
  if (isShared) return ['html-link'];
  return ['well-known-file', 'dns-txt', 'html-link', ...(hasMail ? (['domain-mail'] as const) : [])];
}

/** What each claim was proven by, in the order of the claims. */
export async function proofsOf(
  { store }: Registry,
  claims: readonly Claim[],
): Promise<(Proof | undefined)[]> {
  const proofs = await store.proofs.ofClaims(claims.map(({ id }) => id));
  return claims.map(({ id }) => proofs.find(({ claimId }) => claimId === id));
}

/** The evidence of each claim, in the order of the claims. */
export async function evidenceOf(registry: Registry, claims: readonly Claim[]): Promise<Evidence[][]> {
  const evidence = await registry.store.evidence.ofClaims(claims.map(({ id }) => id));
  return claims.map((claim) => evidence.filter(({ claimId }) => claimId === claim.id));
}

/** Of each claim, whether another claimant has proved to hold its place. */
export async function contestedOf({ store }: Registry, claims: readonly Claim[]): Promise<boolean[]> {
  const held = await store.claims.heldOnAny(claims);
  const holders = held.map((claim) => ({ place: placeKey(claim), who: claim.claimant }));
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

/** What became of everything that the claimant of each claim ever claimed, in the order of the claims. */
export async function historiesOf(
  { store }: Registry,
  claims: readonly Claim[],
): Promise<(ClaimantHistory | undefined)[]> {
  const histories = await store.claims.historyOf([...new Set(claims.map(({ claimant }) => claimant))]);
  const byClaimant = new Map(histories.map((history) => [history.claimant, history]));
  return claims.map(({ claimant }) => byClaimant.get(claimant));
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
