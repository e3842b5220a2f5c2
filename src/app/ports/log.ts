import type { Page, PageRequest } from './page.js';

export interface LogEntry {
  readonly index: bigint;
  readonly leafHash: Uint8Array;
  readonly kind: string;
  /** Canonical bytes of the leaf. */
  readonly leaf: Uint8Array;
  readonly loggedAt: Date;
}

export interface NewLeaf extends Pick<LogEntry, 'kind' | 'leaf' | 'leafHash'> {
  /** Unsigned 64-bit keys by which it is to be found. */
  readonly keys: readonly bigint[];
}

export interface LogStore {
  /**
   * Sequences leaves in the order given, without a gap, in the caller's transaction. Only one transaction at a time
   * holds the log's tail; the rest wait. Leaves whose hash the log already holds keep their first index.
   */
  append(leaves: readonly NewLeaf[], loggedAt: Date): Promise<LogEntry[]>;
  /**
   * Waits until nobody else appends, and keeps it so until the transaction ends. Answers the time that leaves have from
   * now on: `now`, or that of the last leaf where the clock is behind it.
   */
  hold(now: Date): Promise<Date>;
  size(): Promise<bigint>;
  /** How many leaves the log held at a moment: those whose time is not later. */
  sizeAt(time: Date): Promise<bigint>;
  /** The leaves before an index that are kept under any of these keys, each once, in order. */
  about(keys: readonly bigint[], before: bigint): Promise<LogEntry[]>;
  byHash(leafHash: Uint8Array): Promise<LogEntry | undefined>;
  /** All leaves of a kind, in order. For kinds of which a log has few. */
  ofKind(kind: string): Promise<LogEntry[]>;
  byIndex(from: bigint, count: number): Promise<LogEntry[]>;
  /** The leaves at these indexes, each once, in no order; none where the log has none. */
  atIndexes(indexes: readonly bigint[]): Promise<LogEntry[]>;
}

/** A statement as projected from the log. Digests and ids are bytes; `log_index` gives the order. */
export interface StatementRow {
  /** Leaf hash. */
  readonly id: Uint8Array;
  readonly logIndex: bigint;
  readonly claimant: string;
  readonly accountId: string | undefined;
  readonly kind: 'url' | 'path' | 'domain' | 'content' | 'account';
  readonly subjectDigest: Uint8Array;
  /** 64-bit key of the subject's expression, unsigned. */
  readonly subjectKey: bigint;
  readonly canon: number;
  readonly use: string;
  readonly preference: 'allow' | 'deny' | 'conditional';
  readonly capacity: string;
  readonly basis: string;
  readonly ownWorks: boolean;
  readonly reservesRights: boolean;
  readonly statedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly withdrawnIndex: bigint | undefined;
  readonly supersededBy: Uint8Array | undefined;
}

/** What a statement's commitment opens to; deletable, so absent after erasure. */
export interface Opening {
  readonly statementId: Uint8Array;
  readonly salt: Uint8Array;
  readonly opening: {
    /** Absent, like the expression, where the statement is about a work. */
    readonly submitted?: string;
    readonly expression?: string;
    readonly terms?: {
      readonly licenceUrl?: string;
      readonly credit?: string;
      readonly feeUrl?: string;
      readonly contact?: string;
    };
  };
}

/** A place that somebody said something about. */
export interface SpokenPlace extends Pick<StatementRow, 'subjectDigest' | 'subjectKey' | 'canon'> {
  readonly kind: 'url' | 'path' | 'domain';
}

export interface StatementStore {
  /** Adds a projected statement with its opening, unless that is lost; marks what the same claimant said before about (subject, use). */
  add(statement: StatementRow, opening: Opening | undefined): Promise<void>;
  byIds(ids: readonly Uint8Array[]): Promise<StatementRow[]>;
  openings(ids: readonly Uint8Array[]): Promise<Opening[]>;
  /** What these claimants said about exactly this subject and did not withdraw, superseded or not. */
  saidAbout(
    subject: Pick<StatementRow, 'kind' | 'subjectDigest'>,
    claimants: readonly string[],
  ): Promise<StatementRow[]>;
  /** Ends the statement, and with it what its claimant had said before it about the same subject and use. */
  withdraw(id: Uint8Array, withdrawnIndex: bigint): Promise<void>;
  /** Ends what a claimant said: everything, or all but the noes and the noes-unless. Answers how much of it ended, and stands. */
  endAll(
    claimant: string,
    what: 'everything' | 'yeses',
    index: bigint,
  ): Promise<{ ended: number; standing: number }>;
  ofAccount(accountId: string, page: PageRequest): Promise<Page<StatementRow>>;
  /** Everything that was ever said about exactly this subject, the newest first. */
  ofSubject(
    subject: Pick<StatementRow, 'kind' | 'subjectDigest'>,
    page: PageRequest,
  ): Promise<Page<StatementRow>>;
  /** Every place that any of these claimants ever spoke about or claimed, each once. */
  placesOf(claimants: readonly string[]): Promise<SpokenPlace[]>;
  /**
   * How many subjects and uses an account's last word on a url or a content is a no or a no-unless; with those that have none
   * while it says no about all that is its own.
   */
  countAssertedNoes(accountId: string): Promise<number>;
  idempotent(
    accountId: string,
    key: string,
  ): Promise<{ requestDigest: Uint8Array; statementIds: Uint8Array[] } | undefined>;
  /** Throws `UniqueViolation` when the key is taken. */
  rememberIdempotent(
    accountId: string,
    key: string,
    requestDigest: Uint8Array,
    statementIds: readonly Uint8Array[],
    at: Date,
  ): Promise<void>;
}

export interface AuditEvent {
  readonly id: string;
  readonly actorId: string | undefined;
  readonly action: string;
  readonly target: string;
  readonly reason: string | undefined;
  /** Ids, codes and numbers alone: nothing can be deleted here, so nothing that names somebody may stand here. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** What to look for in the trail; of a word that is left out, anything. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  /** The whole of it, such as `claim:` and an id. */
  readonly target?: string | undefined;
  readonly reason?: string | undefined;
  /** Not before. */
  readonly from?: Date | undefined;
  /** Before. */
  readonly until?: Date | undefined;
}

export interface AuditStore {
  add(event: AuditEvent): Promise<void>;
  /** The newest first. */
  page(page: PageRequest, filter?: AuditFilter): Promise<Page<AuditEvent>>;
  /** How often moderators decided for each reason, by days or weeks of UTC from a moment on, the earliest first. */
  decisions(from: Date, by: 'day' | 'week'): Promise<DecisionCount[]>;
}

export interface DecisionCount {
  /** First day of the time, like `2026-11-30`; a week begins on Monday. */
  readonly from: string;
  readonly reason: string;
  readonly count: number;
}
