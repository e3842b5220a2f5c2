import type { SuspensionCause } from '../../core/log/suspension-leaf.js';
import type { PlaceKind } from './claims.js';

export const REPORT_KINDS = ['objection', 'false-claim', 'illegal'] as const;

/**
 * `objection`: an answer about the place is wrong. `false-claim`: somebody claimed it whose it is not. `illegal`: what is shown
 * there may be shown to nobody.
 */
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What somebody tells moderators about a place, with or without an account. It changes no answer by itself. */
export interface Report {
  readonly id: string;
  readonly kind: ReportKind;
  readonly placeKind: PlaceKind;
  /** Canonical expression of the place. */
  readonly expression: string;
  readonly subjectDigest: Uint8Array;
  /** Of whoever was signed in. */
  readonly accountId: string | undefined;
  readonly text: string;
  readonly link: string | undefined;
  /** Where they want to hear of the decision; deleted with it. */
  readonly email: string | undefined;
  readonly madeAt: Date;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
  readonly outcome: ReportOutcome | undefined;
  /** A code, a colon and a note. */
  readonly reason: string | undefined;
}

export const REPORT_OUTCOMES = ['upheld', 'dismissed'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

export interface ReportStore {
  add(report: Report): Promise<void>;
  byIds(ids: readonly string[]): Promise<Report[]>;
  /** Ends a report and deletes the address that was given with it; one that was decided stays as it was. True where it did. */
  decide(id: string, end: Pick<Report, 'decidedAt' | 'decidedBy' | 'outcome' | 'reason'>): Promise<boolean>;
  /** Those of these addresses of which somebody said that they may be shown to nobody, and nobody has looked yet. */
  saidIllegal(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]>;
  /** Deletes what was decided before a moment; answers how much. */
  removeDecided(before: Date): Promise<number>;
}

/** A decision that one moderator made and another has to confirm before anything happens. One for each target. */
export interface Proposal {
  readonly id: string;
  /** What would be done. */
  readonly action: ProposedAction;
  /** To what: its kind, a colon, and its id. */
  readonly target: string;
  /** The claims that it is about: it goes with the account of any of them. */
  readonly claimIds: readonly string[];
  /** As it was given to the use case. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

export const PROPOSED_ACTIONS = [
  'decide-claim',
  'close-dispute',
  'set-aside',
  'let-speak',
  'show-again',
  'decide-appeal',
] as const;
export type ProposedAction = (typeof PROPOSED_ACTIONS)[number];

export interface ProposalStore {
  /** Adds it, or puts it in the place of the one about the same target. */
  put(proposal: Proposal): Promise<void>;
  byIds(ids: readonly string[]): Promise<Proposal[]>;
  /** True for the one caller that takes it away. */
  remove(id: string): Promise<boolean>;
}

/** Statements that are set aside, or all that an account says, until it is lifted. */
export interface SuspensionRecord {
  readonly id: string;
  readonly claimant: string | undefined;
  /** Leaf hashes. */
  readonly statementIds: readonly Uint8Array[] | undefined;
  readonly cause: SuspensionCause;
  readonly suspendedAt: Date;
  readonly liftedAt: Date | undefined;
}

export interface SuspensionStore {
  /** One that is there already stays as it is. */
  add(suspension: SuspensionRecord): Promise<void>;
  byId(id: string): Promise<SuspensionRecord | undefined>;
  /** Those in force: of the accounts with these pseudonyms, or that name any of these statements. */
  inForce(claimants: readonly string[], statementIds: readonly Uint8Array[]): Promise<SuspensionRecord[]>;
  lift(id: string, liftedAt: Date): Promise<void>;
}

/** What waits for a moderator: the kind of a thing, a colon, and its id. */
export type ItemKey = `${ItemKind}:${string}`;
export const ITEM_KINDS = ['claim', 'dispute', 'appeal', 'report', 'proposal', 'work'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What a queue is made of, as little of it as is needed to put it in order. */
export interface WaitingItem {
  readonly key: ItemKey;
  /** Whoever made it necessary, by pseudonym; nobody of a report without an account. */
  readonly claimants: readonly string[];
  /** Whether any of them has proven anything to a machine or a person. */
  readonly isProven: boolean;
  readonly since: Date;
  /** What a decision would give. */
  readonly wants: 'yes' | 'no' | 'nothing';
  /** Of a report, its kind. */
  readonly reportKind: ReportKind | undefined;
  /** What it is about, where that can be read. */
  readonly place: string | undefined;
  /** Whoever says yes to what it forbids, by pseudonym. */
  readonly against: readonly string[];
  /** Of a proposal, what it has in common with others that one moderator made by one decision. */
  readonly decision: string | undefined;
  /** Addresses that were given as evidence. */
  readonly links: readonly string[];
  /** Fingerprints of what was written as evidence, 32 bytes each. */
  readonly wordings: readonly Uint8Array[];
  /** Hashes of pictures that are claimed, 32 bytes each. */
  readonly pictures: readonly Uint8Array[];
}

/** Who looks at what just now. */
export interface Hold {
  readonly item: ItemKey;
  readonly heldBy: string;
  readonly heldUntil: Date;
}

/** What moderators write for one another; no party ever sees it. */
export interface CaseNote {
  readonly id: string;
  readonly item: ItemKey;
  /** Undefined once the account was erased. */
  readonly authorId: string | undefined;
  readonly text: string;
  readonly writtenAt: Date;
}

export interface QueueStore {
  /** Everything that waits, in no order, at most `limit` of each kind: the longest waiting. */
  waiting(limit: number): Promise<WaitingItem[]>;
  /**
   * Holds items for a moderator until then, where nobody else does. Answers who holds each afterwards.
   * @param now a hold that ended by then is nobody's
   */
  hold(items: readonly ItemKey[], by: string, now: Date, until: Date): Promise<Hold[]>;
  /** Who holds what now. */
  holds(items: readonly ItemKey[], now: Date): Promise<Hold[]>;
  release(items: readonly ItemKey[], by: string): Promise<void>;
  addNote(note: CaseNote): Promise<void>;
  notes(items: readonly ItemKey[]): Promise<CaseNote[]>;
}
