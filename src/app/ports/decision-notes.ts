/**
 * What a moderator wrote beside a decision, in their own words. It may name somebody, so it is kept apart from the audit
 * trail, from which nothing can be deleted.
 */
export interface DecisionNote {
  /** The event of the audit trail that it belongs to. */
  readonly eventId: string;
  /** The claims that the decision was about. */
  readonly claimIds: readonly string[];
  readonly note: string;
}

export interface DecisionNoteStore {
  add(note: DecisionNote): Promise<void>;
  /** Those that were not erased since, in no order. */
  ofEvents(eventIds: readonly string[]): Promise<DecisionNote[]>;
}
