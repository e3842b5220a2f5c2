import type { DisputeOutcome } from '../../core/log/dispute-leaf.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { Dispute } from '../ports/disputes.js';
import type { Proposal } from '../ports/moderation.js';
import type { Refusal } from '../refusal.js';
import type { DecisionGrounds } from './decision-grounds.js';

/** A dispute to be closed. */
export interface Closing {
  readonly input: CloseDisputeInput;
  /** What another moderator proposed and this one confirms. */
  readonly confirmed?: Proposal | undefined;
}

export interface CloseDisputeInput extends DecisionGrounds {
  readonly disputeId: string;
  /** Of a dispute between answers, which of them stands. One between claims says it by `upheldClaimId`. */
  readonly outcome?: DisputeOutcome | undefined;
  /** Of a dispute between claims, the one that keeps the place; absent when none of them does. */
  readonly upheldClaimId?: string | undefined;
}

export type CloseDisputeResult =
  | {
      readonly ok: true;
      readonly dispute: Dispute;
      /** Nothing has happened yet: a second person has to confirm it. */
      readonly proposal?: Proposal;
    }
  | InvalidInput
  | Refusal<'NOT_FOUND'>;
