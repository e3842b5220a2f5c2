/** The answer to a question, with everything that led to it (decision rules v1, no. 4, 6 and 7). */
import type { Assurance } from './assurance.js';
import type { Basis } from './basis.js';
import type { Capacity } from './capacity.js';
import type { MandateGrade } from './mandate-grade.js';
import type { Match, MatchProblem, PlaceMatch } from './match.js';
import type { Preference } from './preference.js';
import type { Subject } from './subject.js';
import type { Terms } from './terms.js';
import type { Use } from './use.js';

/** Part of every answer, receipt and snapshot: a rule that changes an answer changes this number. */
export const RULES_VERSION = 1;

/** Only `ALLOWED` is permission. `CONDITIONAL` is a no with an offer; `UNKNOWN` means that nobody has answered. */
export const ANSWERS = ['ALLOWED', 'DENIED', 'CONDITIONAL', 'UNKNOWN'] as const;

export type Answer = (typeof ANSWERS)[number];

/** Why a yes, or the offer of a `conditional`, does not count. */
export type YesProblem =
  | 'expired'
  | 'yes-needs-verification'
  | 'yes-needs-review'
  | 'not-own-works'
  | 'host-cannot-allow'
  | 'person-depicted-cannot-allow'
  | MatchProblem
  | 'content-claimed-by-another'
  | 'below-policy'
  | 'silenced-by-own-no'
  | 'narrower-than-question';

/**
 * What became of a statement that covers the item. `decides` and `terms-offer-does-not-count` (a `conditional` of
 * which only the no counts) decide; all others do not:
 * `suspended`, `expired`, `superseded` (its claimant said something later about the same subject and use),
 * `outranked` (they said something about a more specific subject, or a nearer work), `lifted-by-own-narrower-yes`,
 * `place-no-needs-verification`, `stricter-answer-stands` (it counts, and is outweighed), or why a yes does not count.
 */
export type ReasonCode =
  | 'decides'
  | 'terms-offer-does-not-count'
  | 'suspended'
  | 'superseded'
  | 'outranked'
  | 'lifted-by-own-narrower-yes'
  | 'place-no-needs-verification'
  | 'stricter-answer-stands'
  | YesProblem;

export interface DecisionReason {
  readonly code: ReasonCode;
  /** The log that holds it, where several registries answered together. */
  readonly log?: string;
  /** With `terms-offer-does-not-count`: why. */
  readonly offerProblem?: YesProblem;
  readonly id: string;
  readonly index: number;
  readonly claimant: string;
  readonly capacity: Capacity;
  readonly assurance: Assurance;
  readonly basis: Basis;
  /** On whose word the mandate rests by which it speaks; absent without one on record. */
  readonly mandate?: MandateGrade;
  readonly use: Use;
  readonly preference: Preference;
  readonly subjectKind: Subject['kind'];
  readonly via: Match['via'];
  /** Absent when the statement covers by content. */
  readonly address?: PlaceMatch['address'];
  /** There when it was said about the whole account. */
  readonly accountWide?: true;
  readonly terms?: Terms;
}

export interface Decision {
  readonly rules: typeof RULES_VERSION;
  readonly use: Use;
  readonly answer: Answer;
  /** The strongest assurance among the deciding statements, and the basis of the earliest that has it. */
  readonly assurance: Assurance | null;
  readonly basis: Basis | null;
  /** On whose word the mandate of that statement rests; absent where it speaks by none. */
  readonly mandate?: MandateGrade;
  /** Ordered by log index; empty exactly when the answer is `UNKNOWN`. */
  readonly decidedBy: readonly DecisionReason[];
  /** The statements on this use, a wider or a narrower one that cover the item and do not decide, by log index. */
  readonly notDeciding: readonly DecisionReason[];
}
