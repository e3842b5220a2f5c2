/** The leaves that open and close a dispute about a subject. While it is open, nothing that anybody said is set aside. */
import { FieldError, FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type SubjectInLeaf, readClaimableSubject } from './leaf-subject.js';

/**
 * `no-against-yes`: an asserted no met a verified yes. `rival-claims`: two claimants claim one subject. `report`: a third
 * party says that a claim is false.
 */
export const DISPUTE_CAUSES = ['no-against-yes', 'rival-claims', 'report'] as const;

export type DisputeCause = (typeof DISPUTE_CAUSES)[number];

/** `no-stands` and `yes-stands` say which side keeps its word; `settled` that the sides agree. */
export const ANSWER_OUTCOMES = ['no-stands', 'yes-stands', 'settled'] as const;

/** Which of the claims keeps the subject, if any. */
export const CLAIM_OUTCOMES = ['claim-upheld', 'none-upheld'] as const;

/** Every way in which a dispute ends; which of them fit a cause, `DisputeResult` says. */
export const DISPUTE_OUTCOMES = [...ANSWER_OUTCOMES, ...CLAIM_OUTCOMES] as const;

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

export const DISPUTE_REASONS = ['no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew'] as const;

export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** How a dispute ended, in words that fit its cause; `upheld` is the id of one of its claims. */
export type DisputeResult =
  | {
      readonly cause: 'no-against-yes';
      readonly outcome: (typeof ANSWER_OUTCOMES)[number];
      readonly upheld?: never;
    }
  | {
      readonly cause: 'rival-claims' | 'report';
      readonly outcome: 'claim-upheld';
      readonly upheld: string;
    }
  | {
      readonly cause: 'rival-claims' | 'report';
      readonly outcome: 'none-upheld';
      readonly upheld?: never;
    };

interface DisputeSides extends LeafHeader<'dispute'>, SubjectInLeaf {
  /** Random id of the dispute. */
  readonly dispute: string;
  /** The ids of the claims that meet, sorted. */
  readonly claims: readonly string[];
}

/** Opens a dispute, or adds claims to the open one of the same id. */
export interface DisputeOpening extends DisputeSides {
  readonly action: 'open';
  readonly cause: DisputeCause;
}

interface ClosingParts extends DisputeSides {
  readonly action: 'close';
  readonly reason: DisputeReason;
  /** The ids (leaf hashes) of the statements that are set aside for good, sorted; often none. */
  readonly suspends: readonly string[];
}

export type DisputeClosing = ClosingParts & DisputeResult;

export type DisputeLeaf = DisputeOpening | DisputeClosing;

export type DisputeDraft =
  Omit<DisputeOpening, 'v' | 'kind'> | (Omit<ClosingParts, 'v' | 'kind'> & DisputeResult);

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
    ...readResult(fields, sides.claims),
    reason: fields.choice('reason', DISPUTE_REASONS),
    suspends: fields.set('suspends', SHA256_HEX),
  };
}

function readResult(fields: FieldReader, claims: readonly string[]): DisputeResult {
  const cause = fields.choice('cause', DISPUTE_CAUSES);
  if (cause === 'no-against-yes') {
    return { cause, outcome: fields.choice('outcome', ANSWER_OUTCOMES) };
  }
  const outcome = fields.choice('outcome', CLAIM_OUTCOMES);
  if (outcome === 'none-upheld') {
    return { cause, outcome };
  }
  const upheld = fields.text('upheld', RANDOM_ID);
  if (!claims.includes(upheld)) {
    const message = 'The claim that is upheld must be one of the claims of the dispute.';
    throw new FieldError('wrong-value', fields.at('upheld'), message);
  }
  return { cause, outcome, upheld };
}
