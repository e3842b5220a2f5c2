import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { OpposingAnswers } from '../../core/consent/opposing-answers.js';
import { isHeld } from '../claims/is-held.js';
import type { Claim } from '../ports/claims.js';
import type { DisputeSides } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { DisputedPlace } from './dispute-leaves.js';
import type { WeighedAddress } from './weigh-answers.js';

/** Two claimants who oppose each other about an address, with the claims and statements that stand for each. */
export interface OpposingSides extends DisputeSides {
  readonly address: WeighedAddress;
  /**
   * The address, where one of the two has claimed it and can be read: what only the catalogue tells of an address whose
   * claimant was erased is not written down again.
   */
  readonly expression: string | undefined;
  readonly pair: OpposingAnswers;
  /** The address, as leaves name it. */
  readonly place: DisputedPlace;
}

/** By claimant and place, what they claimed, the oldest first. */
type ClaimsByPlace = ReadonlyMap<string, readonly Claim[]>;

/**
 * The sides of every pair. For the no stands the claim on its address, and those by which it was carried there; for the yes the
 * claims on what it is about, and those by which it is proven, on which a decision for it would rest. Nobody says anything
 * without a claim, so that a pair without the first is left out: its claims were lost with a database.
 */
export async function sidesOf(stores: Stores, weighed: readonly WeighedAddress[]): Promise<OpposingSides[]> {
  const opposed = weighed.filter(({ pairs }) => pairs.length > 0);
  if (opposed.length === 0) return [];
  const digests = new Set(opposed.flatMap(({ places }) => places.map(({ sha256 }) => sha256)));
  const claimants = new Set(opposed.flatMap(({ pairs }) => pairs.flatMap(({ no, yes }) => [no, yes])));
  const claims = byPlace(await stores.claims.madeBy([...claimants], [...digests].map(hexToBytes)));
  return opposed.flatMap((address) =>
    address.pairs.flatMap((pair) => {
      const claim = lastOf(claims, pair.no, 'url', bytesToHex(address.subjectDigest));
      const carriers = address.carriers.filter(({ speaker }) => speaker === pair.no);
      const noes = [...(claim === undefined ? [] : [claim]), ...carriers];
      const [first] = noes;
      if (first === undefined) return [];
      const yeses = claimsOfYes(claims, address, pair);
      const { subjectKey, canon } = first;
      const claimIds = [
        ...(claim === undefined ? [] : [claim.id]),
        ...carriers.map(({ claimId }) => claimId),
        ...yeses.map(({ id }) => id),
        ...worksOfYes(address, pair),
      ];
      const named = [...noes, ...yeses.filter(({ kind }) => kind === 'url')].find(
        ({ expression }) => expression !== undefined,
      );
      const statementIds = [...pair.noes, ...pair.yeses].map(hexToBytes);
      return [
        {
          address,
          expression: named?.expression,
          pair,
          place: { kind: 'url', subjectDigest: address.subjectDigest, subjectKey, canon },
          claimIds: [...new Set(claimIds)],
          statementIds,
        },
      ];
    }),
  );
}

function claimsOfYes(
  claims: ClaimsByPlace,
  { covering, places }: WeighedAddress,
  { yes, yeses }: OpposingAnswers,
): Claim[] {
  const said = yeses.flatMap((id) => {
    const subject = covering.get(id)?.subject;
    return subject === undefined ? [] : (lastOf(claims, yes, subject.kind, subject.key) ?? []);
  });
  const proving = places
    .filter(({ denyOnly }) => !denyOnly)
    .flatMap(({ kind, sha256 }) => claims.get(nameOf(yes, kind, sha256)) ?? [])
    .filter(isHeld);
  return [...said, ...proving];
}

/** The claims on works that carry what the yes says to the address. */
function worksOfYes({ carriers, covering }: WeighedAddress, { yes, yeses }: OpposingAnswers): string[] {
  if (!yeses.some((id) => covering.get(id)?.subject.kind === 'content')) return [];
  return carriers.flatMap(({ by, speaker, isAsserted, claimId }) =>
    by === 'match' && speaker === yes && !isAsserted ? [claimId] : [],
  );
}

function byPlace(claims: readonly Claim[]): ClaimsByPlace {
  const found = new Map<string, Claim[]>();
  for (const claim of claims) {
    const name = nameOf(claim.claimant, claim.kind, bytesToHex(claim.subjectDigest));
    found.set(name, [...(found.get(name) ?? []), claim]);
  }
  return found;
}

/** One account has at most one claim on a place that is not over, and it is the last. */
function lastOf(claims: ClaimsByPlace, claimant: string, kind: string, sha256: string): Claim | undefined {
  return claims.get(nameOf(claimant, kind, sha256))?.at(-1);
}

function nameOf(claimant: string, kind: string, sha256: string): string {
  return `${claimant} ${kind} ${sha256}`;
}
