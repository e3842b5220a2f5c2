/** The leaf by which an account says that a subject is theirs. What was proved about it follows in assurance leaves. */
import { CAPACITIES, type Capacity } from '../consent/capacity.js';
import { FieldReader } from '../json/field-reader.js';
import { RANDOM_ID } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type SubjectInLeaf, readClaimableSubject } from './leaf-subject.js';

export interface ClaimLeaf extends LeafHeader<'claim'>, SubjectInLeaf {
  /** Random id of the claim. */
  readonly claim: string;
  readonly claimant: string;
  readonly capacity: Capacity;
}

export type ClaimDraft = Omit<ClaimLeaf, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildClaimLeaf(draft: ClaimDraft): ClaimLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'claim' }, '', readClaimLeaf);
}

/** Reads the members of a claim leaf. Throws `FieldError`. */
export function readClaimLeaf(fields: FieldReader): ClaimLeaf {
  return {
    ...readLeafHeader(fields, ['claim']),
    ...readClaimableSubject(fields),
    claim: fields.text('claim', RANDOM_ID),
    claimant: fields.text('claimant', RANDOM_ID),
    capacity: fields.choice('capacity', CAPACITIES),
  };
}
