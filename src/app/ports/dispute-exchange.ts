/** A file that a side has, by what is told of it: it stays where it is. */
export interface ExhibitedFile {
  readonly name: string;
  readonly sha256: Uint8Array;
  readonly bytes: number;
}

/** What one side of a dispute shows the other and the moderators. */
export interface Exhibit {
  readonly id: string;
  readonly disputeId: string;
  readonly accountId: string;
  /** Pseudonym, as leaves write it. */
  readonly claimant: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly file: ExhibitedFile | undefined;
  readonly submittedAt: Date;
}

export interface ExhibitStore {
  add(exhibit: Exhibit): Promise<void>;
  /** The oldest first. */
  ofDisputes(disputeIds: readonly string[]): Promise<Exhibit[]>;
}

export const APPEAL_OUTCOMES = ['upheld', 'dismissed'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** What one side says against what a moderator decided. */
export interface Appeal {
  readonly id: string;
  readonly disputeId: string;
  /** Undefined once the account was erased. */
  readonly accountId: string | undefined;
  readonly claimant: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly madeAt: Date;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
  readonly outcome: AppealOutcome | undefined;
  /** A code, a colon and a note. */
  readonly reason: string | undefined;
}

export interface AppealStore {
  /** Throws `UniqueViolation` where this side has appealed already. */
  add(appeal: Appeal): Promise<void>;
  byIds(ids: readonly string[]): Promise<Appeal[]>;
  /** The oldest first. */
  ofDisputes(disputeIds: readonly string[]): Promise<Appeal[]>;
  /** Ends an appeal; one that was decided stays as it was. True where it did. */
  decide(id: string, end: Pick<Appeal, 'decidedAt' | 'decidedBy' | 'outcome' | 'reason'>): Promise<boolean>;
}
