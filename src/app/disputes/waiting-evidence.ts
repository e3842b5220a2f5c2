import { bytesToHex } from '@noble/hashes/utils.js';
import { coveringPlaces } from '../claims/covering-places.js';
import { placeDigest } from '../claims/place-digest.js';
import type { Claim } from '../ports/claims.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';

/**
 * Those of some disputes between answers in which whoever says no has handed in something that waits for a moderator, by
 * their ids: in the dispute itself, or with a claim that nobody has decided yet, of theirs on the address or on a wider place, or on the
 * work that was found there.
 */
export async function withWaitingEvidence(
  { sha256 }: { readonly sha256: Sha256 },
  stores: Pick<Stores, 'claims' | 'evidence' | 'exhibits'>,
  disputes: readonly AnswerDispute[],
): Promise<ReadonlySet<string>> {
  const placed = disputes.map((dispute) => ({ dispute, digests: digestsAround(dispute, sha256) }));
  const digests = new Map(placed.flatMap((one) => one.digests.map((digest) => [bytesToHex(digest), digest])));
  const claimants = [...new Set(disputes.map(({ noBy }) => noBy))];
  const claims = [
    ...(await stores.claims.madeBy(claimants, [...digests.values()])),
    ...(await stores.claims.byIds([...new Set(disputes.flatMap(({ claimIds }) => claimIds))])),
  ].filter(({ state }) => state === 'open');
  const shown = new Set(
    (await stores.evidence.ofClaims(claims.map(({ id }) => id))).map(({ claimId }) => claimId),
  );
  const isOfNo = ({ id, claimant }: Claim, { claimIds, yesBy }: AnswerDispute) =>
    claimIds.includes(id) && claimant !== yesBy && shown.has(id);
  const waiting = new Set(
    claims
      .filter(({ id }) => shown.has(id))
      .map(({ claimant, subjectDigest }) => `${claimant} ${bytesToHex(subjectDigest)}`),
  );
  const exhibits = await stores.exhibits.ofDisputes(disputes.map(({ id }) => id));
  const said = new Set(exhibits.map(({ disputeId, claimant }) => `${disputeId} ${claimant}`));
  return new Set(
    placed
      .filter(
        ({ dispute, digests: around }) =>
          said.has(`${dispute.id} ${dispute.noBy}`) ||
          claims.some((claim) => isOfNo(claim, dispute)) ||
          around.some((digest) => waiting.has(`${dispute.noBy} ${bytesToHex(digest)}`)),
      )
      .map(({ dispute }) => dispute.id),
  );
}

function digestsAround({ kind, expression, subjectDigest }: AnswerDispute, sha256: Sha256): Uint8Array[] {
  if (expression === undefined) return [subjectDigest];
  return coveringPlaces({ kind, expression }).map((place) => placeDigest(place.expression, sha256));
}
