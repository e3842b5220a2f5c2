/** The leaves that open and close a dispute about a subject. While it is open, nothing that anybody said is set aside. */
import { FieldError, FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type SubjectInLeaf, readClaimableSubject } from './leaf-subject.js';

/** `no-against-yes`: an asserted no met a verified yes. `rival-claims`: two claimants claim one subject. */
export const DISPUTE_CAUSES = ['no-against-yes', 'rival-claims', 'report'] as const;

/** `no-stands` and `yes-stands` say which side keeps its word; `settled` that the sides agree. */
export const DISPUTE_OUTCOMES = ['no-stands', 'yes-stands', 'settled'] as const;

export const DISPUTE_REASONS = ['no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew'] as const;

interface DisputeSides extends LeafHeader<'dispute'>, SubjectInLeaf {
  /** Random id of the dispute. */
  readonly dispute: string;
  /** The ids of the claims that meet, sorted. */
  readonly claims: readonly string[];
}

export interface DisputeOpening extends DisputeSides {
  readonly action: 'open';
  readonly cause: (typeof DISPUTE_CAUSES)[number];
}

export interface DisputeClosing extends DisputeSides {
  readonly action: 'close';
  readonly outcome: (typeof DISPUTE_OUTCOMES)[number];
  readonly reason: (typeof DISPUTE_REASONS)[number];
  /** The ids (leaf hashes) of the statements that are set aside, sorted; often none. */
  readonly suspends: readonly string[];
}

export type DisputeLeaf = DisputeOpening | DisputeClosing;

export type DisputeDraft = Omit<DisputeOpening, 'v' | 'kind'> | Omit<DisputeClosing, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildDisputeLeaf(draft: DisputeDraft): DisputeLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'dispute' }, '', readDisputeLeaf);
}

/** Reads the members of a dispute leaf. Throws `FieldError`. */
export function readDisputeLeaf(fields: FieldReader): DisputeLeaf {
  const header = readLeafHeader(fields, ['dispute']);
  const action = fields.choice('action', ['open', 'close']);
  const sides = {
    ...header,
    ...readClaimableSubject(fields),
    dispute: fields.text('dispute', RANDOM_ID),
    claims: fields.set('claims', RANDOM_ID),
  };
  if (sides.claims.length === 0) {
    throw new FieldError(
      'wrong-value',
      fields.at('claims'),
      'A dispute is about at least one claim: name it.',
    );
  }
  if (action === 'open') {
    return { ...sides, action, cause: fields.choice('cause', DISPUTE_CAUSES) };
  }
  return {
    ...sides,
    action,
    outcome: fields.choice('outcome', DISPUTE_OUTCOMES),
    reason: fields.choice('reason', DISPUTE_REASONS),
    suspends: fields.set('suspends', SHA256_HEX),
  };
}
