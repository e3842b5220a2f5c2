import type { Page, PageRequest } from './page.js';
import type { ProofProblem } from './proofs.js';

export type PlaceKind = 'url' | 'path' | 'domain';
/** What can be claimed: a place, or the content of a work wherever it lies. */
export type ClaimedKind = PlaceKind | 'content';
export type ClaimState = 'open' | 'active' | 'disputed' | 'rejected' | 'withdrawn' | 'lapsed';
export type ClaimAssurance = 'asserted' | 'verified' | 'reviewed';
export type ClaimCapacity = 'author' | 'rightsholder' | 'agent' | 'heir' | 'host' | 'person-depicted';

export interface Claim {
  readonly id: string;
  /** Pseudonym of the account, as leaves write it. */
  readonly claimant: string;
  /** Undefined once the account was erased. */
  readonly accountId: string | undefined;
  readonly kind: ClaimedKind;
  /**
   * Canonical expression of the place: `example.com`, `example.com/work/`, `example.com/work/1.jpg`. Undefined once the
   * account was erased, and where it was lost with a database until its claimant names it again. A work has none.
   */
  readonly expression: string | undefined;
  /** SHA-256 of the expression; of a work, its id. */
  readonly subjectDigest: Uint8Array;
  /** 64-bit key of the expression or the id, unsigned. */
  readonly subjectKey: bigint;
  /** Version of the canonical URL rules the expression was made by; 0 of a work. */
  readonly canon: number;
  readonly capacity: ClaimCapacity;
  readonly state: ClaimState;
  readonly assurance: ClaimAssurance;
  readonly createdAt: Date;
  readonly verifiedAt: Date | undefined;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
  readonly decisionReason: string | undefined;
}

export interface Challenge {
  readonly id: string;
  readonly claimId: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastCheckedAt: Date | undefined;
  readonly lastReason: ProofProblem | undefined;
  readonly lastProblem: string | undefined;
  readonly metAt: Date | undefined;
}

export interface Evidence {
  readonly id: string;
  readonly claimId: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly submittedAt: Date;
  /** Body of the ISCC Text-Code of the text, 32 bytes; undefined of one that is too short to be told from others. */
  readonly wording?: Uint8Array | undefined;
}

/** What became of everything that somebody ever claimed. */
export interface ClaimantHistory {
  /** Pseudonym. */
  readonly claimant: string;
  /** When they first claimed anything. */
  readonly since: Date;
  readonly made: number;
  /** Active, or in dispute. */
  readonly held: number;
  readonly rejected: number;
}

export interface ClaimStore {
  /** Throws `UniqueViolation` when the account already has a standing claim on the place. */
  add(claim: Claim): Promise<void>;
  /** All of them or none. Throws as `add` does. */
  addAll(claims: readonly Claim[]): Promise<void>;
  byId(id: string): Promise<Claim | undefined>;
  byIds(ids: readonly string[]): Promise<Claim[]>;
  standing(accountId: string, kind: ClaimedKind, subjectDigest: Uint8Array): Promise<Claim | undefined>;
  /** Every claim on exactly this place that is active or disputed, whoever made it; the oldest first. Thousands may have an open one. */
  heldOn(kind: ClaimedKind, subjectDigest: Uint8Array): Promise<Claim[]>;
  /** The same for many places at once. */
  heldOnAny(places: readonly Pick<Claim, 'kind' | 'subjectDigest'>[]): Promise<Claim[]>;
  /** The pseudonyms of those who have an active or disputed claim on any of these places. */
  holdersOf(subjectDigests: readonly Uint8Array[]): Promise<string[]>;
  /** Standing claims (active or disputed) on any of these places, by any of these accounts. */
  holding(subjectDigests: readonly Uint8Array[], accountIds: readonly string[]): Promise<Claim[]>;
  /** Every claim on any of these places that any of these claimants ever made, by their pseudonyms; the oldest first. */
  madeBy(claimants: readonly string[], subjectDigests: readonly Uint8Array[]): Promise<Claim[]>;
  /** Of each of these pseudonyms that ever claimed anything. */
  historyOf(claimants: readonly string[]): Promise<ClaimantHistory[]>;
  /** Throws `UniqueViolation` when the change would make a second active holder of the place. */
  update(
    id: string,
    change: Partial<
      Pick<
        Claim,
        'expression' | 'state' | 'assurance' | 'verifiedAt' | 'decidedAt' | 'decidedBy' | 'decisionReason'
      >
    >,
  ): Promise<void>;
  /** Those on places. */
  ofAccount(accountId: string, page: PageRequest): Promise<Page<Claim>>;
  /** How many claims of an account are not over, on places and works, and how many of them prove anything now. */
  countStanding(accountId: string): Promise<{ readonly all: number; readonly held: number }>;
}

export interface ChallengeStore {
  /** False, with nothing added, when the claim's account was erased. */
  add(challenge: Challenge): Promise<boolean>;
  /** The newest challenge of each claim. */
  latestOf(claimIds: readonly string[]): Promise<Challenge[]>;
  /** Every challenge, past ones too, that has one of these tokens. */
  withTokens(tokens: readonly string[]): Promise<Challenge[]>;
  update(
    id: string,
    change: Partial<Pick<Challenge, 'lastCheckedAt' | 'lastReason' | 'lastProblem' | 'metAt'>>,
  ): Promise<void>;
}

export interface EvidenceStore {
  /** False, with nothing added, when the claim's account was erased. */
  add(evidence: Evidence): Promise<boolean>;
  ofClaims(claimIds: readonly string[]): Promise<Evidence[]>;
}
