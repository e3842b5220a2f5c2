import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../core/consent/assurance.js';
import { coveringPlaces } from '../claims/covering-places.js';
import type { Place } from '../claims/covering-places.js';
import { bestAssurance } from '../claims/held-assurance.js';
import { placeDigest } from '../claims/place-digest.js';
import type { Claim } from '../ports/claims.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

export interface PlacedStatement {
  readonly statement: StatementRow;
  /** Undefined once the opening was erased and nobody asked about an address that the statement covers. */
  readonly expression: string | undefined;
}

/**
 * The assurance of each statement, in order: the best that its claimant's claims on the place, or on a wider one, have
 * reached now. One query for all.
 */
export async function deriveAssurances(
  registry: Registry,
  stores: Stores,
  placed: readonly PlacedStatement[],
): Promise<Assurance[]> {
  const accountIds = new Set(placed.flatMap(({ statement }) => statement.accountId ?? []));
  if (accountIds.size === 0) return placed.map(() => 'asserted');
  const digests = coveringDigests(registry, placed);
  const claims = await stores.claims.holding(digests, [...accountIds]);
  const byAccount = new Map<string, Claim[]>();
  for (const claim of claims)
    byAccount.set(claim.accountId, [...(byAccount.get(claim.accountId) ?? []), claim]);
  return placed.map(({ statement, expression }) =>
    assuranceOf(statement, placeOf(statement, expression), byAccount.get(statement.accountId ?? '') ?? []),
  );
}

function coveringDigests(registry: Registry, placed: readonly PlacedStatement[]): Uint8Array[] {
  const digests = new Map<string, Uint8Array>();
  for (const { statement, expression } of placed) {
    const place = placeOf(statement, expression);
    if (place === undefined) digests.set(bytesToHex(statement.subjectDigest), statement.subjectDigest);
    for (const { expression: wider } of place === undefined ? [] : coveringPlaces(place)) {
      if (!digests.has(wider)) digests.set(wider, placeDigest(wider, registry.sha256));
    }
  }
  return [...digests.values()];
}

function placeOf({ kind }: StatementRow, expression: string | undefined): Place | undefined {
  return expression === undefined || kind === 'content' || kind === 'account'
    ? undefined
    : { kind, expression };
}

function assuranceOf(statement: StatementRow, place: Place | undefined, claims: readonly Claim[]): Assurance {
  if (place !== undefined) return bestAssurance(claims, place);
  const claim = claims.find(
    ({ kind, subjectDigest }) =>
      kind === statement.kind && bytesToHex(subjectDigest) === bytesToHex(statement.subjectDigest),
  );
  return claim?.assurance ?? 'asserted';
}
