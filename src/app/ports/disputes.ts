import type { DisputeCause, DisputeOutcome, DisputeReason } from '../../core/log/dispute-leaf.js';
import type { Claim, PlaceKind } from './claims.js';
import type { Page, PageRequest } from './page.js';

export interface Dispute {
  readonly id: string;
  readonly cause: DisputeCause;
  readonly kind: PlaceKind;
  /** Undefined once the accounts of all its claims on the place were erased, or where it was lost with a database. */
  readonly expression: string | undefined;
  readonly subjectDigest: Uint8Array;
  /** As leaves name the place beside its digest; undefined where nobody knows it any more. */
  readonly subjectKey: bigint | undefined;
  readonly canon: number | undefined;
  /** The claims that meet, the oldest first. */
  readonly claimIds: readonly string[];
  /** Of a dispute between answers: the pseudonym of whoever says no to the place. */
  readonly noBy: string | undefined;
  /** Of a dispute between answers: the pseudonym of whoever says yes to it. */
  readonly yesBy: string | undefined;
  readonly openedAt: Date;
  /** Of a dispute between answers: when the no lapses, unless something is shown; at least 14 days after it was opened. */
  readonly lapsesAt: Date | undefined;
  /** Of a dispute between answers: when the first of them runs out by itself; undefined where none does. */
  readonly runsOutAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly closedBy: string | undefined;
  /** Who proposed what `closedBy` confirmed. */
  readonly proposedBy: string | undefined;
  /** The dispute whose decision an appeal has overturned, so that this one was opened and decided instead. */
  readonly appealedFrom: string | undefined;
  readonly outcome: DisputeOutcome | undefined;
  readonly closingReason: DisputeReason | undefined;
  /** On what grounds a moderator decided it: a code, a colon and a note. Undefined when none did. */
  readonly reason: string | undefined;
}

export interface DisputeEnd {
  readonly closedAt: Date;
  readonly closedBy: string | undefined;
  readonly proposedBy?: string | undefined;
  readonly outcome: DisputeOutcome;
  readonly closingReason: DisputeReason;
  readonly reason: string | undefined;
}

export interface DisputeStore {
  /** Opens a dispute between claims, or joins the claims to the one already open about the place. */
  open(dispute: Dispute): Promise<Dispute>;
  byId(id: string): Promise<Dispute | undefined>;
  /** In no order. */
  byIds(ids: readonly string[]): Promise<Dispute[]>;
  /** The open dispute between claims about the place. */
  openOn(kind: PlaceKind, subjectDigest: Uint8Array): Promise<Dispute | undefined>;
  /** Writes down again what the disputes of a claim are about, where they are about its place and no longer know it. */
  nameAgain(claim: Pick<Claim, 'id' | 'kind' | 'expression' | 'subjectDigest'>): Promise<void>;
  /** Says of a dispute that it was opened instead of another, which an appeal has overturned. */
  noteAppeal(id: string, appealedFrom: string): Promise<void>;
  /** Of either kind, those that an account is or was a side of, under any of these pseudonyms: open ones first, then closed, each newest first. */
  ofAccount(
    account: { readonly id: string; readonly claimants: readonly string[] },
    page: PageRequest,
  ): Promise<Page<Dispute>>;
  /** Ends disputes of either kind; one that is over stays as it ended. */
  close(ids: readonly string[], end: DisputeEnd): Promise<void>;
  /** Of either kind: open ones first, then closed, each newest first. */
  page(page: PageRequest): Promise<Page<Dispute>>;
}

/** A dispute between a no that is its claimant's word and a yes that counts. */
export interface AnswerDispute extends Dispute {
  readonly cause: 'no-against-yes';
  readonly noBy: string;
  readonly yesBy: string;
  readonly lapsesAt: Date;
}

/** What stands against each other in a dispute between answers; it changes while the dispute is open. */
export interface DisputeSides {
  readonly claimIds: readonly string[];
  /** Leaf hashes. */
  readonly statementIds: readonly Uint8Array[];
}

/** What carries a no to an address of which whoever says it did not speak: it can be taken from there, and the no stands elsewhere. */
export interface NoCarrier {
  /** What has it: a match of a claimed work, or the unproven claim on the address of somebody whom an organisation speaks for. */
  readonly by: 'match' | 'mandate';
  readonly subjectDigest: Uint8Array;
  readonly subjectKey: bigint;
  readonly canon: number;
  readonly expression: string | undefined;
  /** Pseudonym of whoever says the no. */
  readonly speaker: string;
  /** The claim on the work, or on the address. */
  readonly claimId: string;
  /** Whether that claim rests on nothing but its claimant's word. */
  readonly isAsserted: boolean;
  /** Pseudonym of whoever made it. */
  readonly claimant: string;
  /** The match, where it is one. */
  readonly matchId: string | undefined;
}

/** A place or a work that was shown to be somebody's who says yes to anything. */
export interface YesSayersClaim {
  readonly claimId: string;
  readonly claimant: string;
  readonly kind: PlaceKind | 'content';
  /** Of a place. */
  readonly expression: string | undefined;
  readonly subjectDigest: Uint8Array;
}

/** An address at which a no may meet a yes. */
export interface MetAddress extends DeniedAddress {
  readonly expression: string;
  readonly speaker: string;
}

/** An address that somebody says no to. Its readable form is unknown once everybody who claimed it was erased. */
export interface DeniedAddress {
  readonly expression: string | undefined;
  readonly subjectDigest: Uint8Array;
}

export interface AnswerDisputeStore {
  /**
   * When an answer runs out is read off the statements, here and in `resume`. Throws `UniqueViolation` when one is open between
   * the same two about the same place.
   */
  open(disputes: readonly (Omit<AnswerDispute, 'runsOutAt'> & DisputeSides)[]): Promise<void>;
  /** Adds claims, and puts these statements in the place of those before. */
  resume(disputes: readonly (Pick<Dispute, 'id'> & DisputeSides)[]): Promise<void>;
  /** The open ones in which somebody is a side, about one place or about any. */
  openOf(claimant: string, subjectDigest?: Uint8Array): Promise<AnswerDispute[]>;
  /** The same of several, each once. */
  openOfAny(claimants: readonly string[], subjectDigest?: Uint8Array): Promise<AnswerDispute[]>;
  /** The open ones that lapse, or of which an answer runs out, at a moment or before, the longest due first, after one of them. */
  dueBy(
    moment: Date,
    after: Pick<AnswerDispute, 'lapsesAt' | 'runsOutAt' | 'id'> | undefined,
    count: number,
  ): Promise<AnswerDispute[]>;
  /** Lets every open one that would lapse before a moment lapse then. */
  prolong(until: Date): Promise<void>;
  /** Those in which a moderator found that the no of one of these claimants stands. */
  upheldNoesOf(claimants: readonly string[]): Promise<AnswerDispute[]>;
  /** For each statement at most `count` of the disputes that it is part of: open ones first, then closed, each newest first. */
  ofStatements(
    ids: readonly Uint8Array[],
    count: number,
  ): Promise<{ readonly statementId: Uint8Array; readonly dispute: AnswerDispute }[]>;
  statementsOf(
    disputeIds: readonly string[],
  ): Promise<{ readonly disputeId: string; readonly statementId: Uint8Array }[]>;
  /**
   * The single addresses at or below a place that somebody says no to: this claimant and, where they say yes to anything,
   * everybody else. One of which nobody has told the address any more is among them where the catalogue knows it.
   */
  deniedWithin(
    place: { readonly kind: PlaceKind; readonly expression: string; readonly subjectDigest: Uint8Array },
    claimant: string,
  ): Promise<DeniedAddress[]>;
  /** What carries noes to these addresses, whoever says them. */
  carriersAt(subjectDigests: readonly Uint8Array[]): Promise<NoCarrier[]>;
  /** What was shown to be of those who say yes to anything, in the order of their claims, after one of them. */
  heldByYesSayers(after: string | undefined, count: number): Promise<YesSayersClaim[]>;
  /**
   * The addresses within these places, and where these works are confirmed to be, to which somebody else's no is carried on their word alone,
   * where that was not weighed yet; where the works are, also those about which somebody says no themselves. By digest and speaker, after one
   * of them.
   */
  carriedWithin(
    held: readonly YesSayersClaim[],
    after: Pick<MetAddress, 'subjectDigest' | 'speaker'> | undefined,
    count: number,
  ): Promise<MetAddress[]>;
  /**
   * Those of some addresses about which a yes was found to stand, or a no has lapsed, and the yes is still of somebody who has proven a
   * place for it: nobody's mere word is carried there any more.
   */
  settledAmong(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]>;
  /**
   * Those of some places that anybody who has proven one of them has said yes to, be it by a yes to everything that they claimed, or whoever
   * speaks for them; and of some addresses those where a work of somebody who says yes to it is confirmed to be. By their digests.
   */
  allowedAmong(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]>;
}
