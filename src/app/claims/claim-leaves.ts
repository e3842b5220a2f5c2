import { bytesToHex } from '@noble/hashes/utils.js';
import { buildAssuranceLeaf } from '../../core/log/assurance-leaf.js';
import type { AssuranceLeaf, AssuranceMethod, ClaimStanding } from '../../core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../core/log/claim-leaf.js';
import type { ClaimLeaf } from '../../core/log/claim-leaf.js';
import { urlKeyInLeaf } from '../../core/log/leaf-subject.js';
import type { PlaceInLeaf } from '../../core/log/leaf-subject.js';
import type { PlaceKind } from '../ports/claims.js';

/** How the log writes the random id of a claim or a dispute: without the hyphens of a UUID. */
export function idInLeaf(uuid: string): string {
  return uuid.replaceAll('-', '');
}

export function subjectInLeaf(place: {
  readonly kind: PlaceKind;
  readonly expression: string;
  readonly subjectDigest: Uint8Array;
  readonly canon: number;
}): PlaceInLeaf {
  const { kind, expression, subjectDigest, canon } = place;
  return { subject: { kind, sha256: bytesToHex(subjectDigest), xxh64: urlKeyInLeaf(expression) }, canon };
}

export function claimLeaf(
  claim: Parameters<typeof subjectInLeaf>[0] & Pick<ClaimLeaf, 'capacity'> & { readonly id: string },
  claimant: string,
  at: Date,
): ClaimLeaf {
  return buildClaimLeaf({
    ...subjectInLeaf(claim),
    claim: idInLeaf(claim.id),
    claimant,
    capacity: claim.capacity,
    time: at.toISOString(),
  });
}

export function assuranceLeaf(
  claimId: string,
  standing: ClaimStanding,
  method: AssuranceMethod,
  at: Date,
): AssuranceLeaf {
  return buildAssuranceLeaf({ ...standing, claim: idInLeaf(claimId), method, time: at.toISOString() });
}
