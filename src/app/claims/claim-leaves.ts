import { bytesToHex } from '@noble/hashes/utils.js';
import { buildAssuranceLeaf } from '../../core/log/assurance-leaf.js';
import type { AssuranceLeaf, AssuranceMethod, ClaimStanding } from '../../core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../core/log/claim-leaf.js';
import type { ClaimLeaf } from '../../core/log/claim-leaf.js';
import { keyInLeaf } from '../../core/log/leaf-subject.js';
import type { PlaceInLeaf } from '../../core/log/leaf-subject.js';
import type { Claim } from '../ports/claims.js';

/** How the log writes the random id of a claim or a dispute: without the hyphens of a UUID. */
export function idInLeaf(uuid: string): string {
  return uuid.replaceAll('-', '');
}

/** The id of a claim or a dispute that the log writes so. */
export function uuidOfLeaf(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function subjectInLeaf(
  place: Pick<Claim, 'kind' | 'subjectDigest' | 'subjectKey' | 'canon'>,
): PlaceInLeaf {
  const { kind, subjectDigest, subjectKey, canon } = place;
  if (kind === 'content') throw new Error('A work is named by what it is recognised by, not by a place.');
  return { subject: { kind, sha256: bytesToHex(subjectDigest), xxh64: keyInLeaf(subjectKey) }, canon };
}

export function claimLeaf(claim: Claim, at: Date): ClaimLeaf {
  return buildClaimLeaf({
    ...subjectInLeaf(claim),
    claim: idInLeaf(claim.id),
    claimant: claim.claimant,
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
