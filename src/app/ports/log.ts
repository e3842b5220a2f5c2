import type { Page, PageRequest } from './page.js';

export interface LogEntry {
  readonly index: bigint;
  readonly leafHash: Uint8Array;
  readonly kind: string;
  /** Canonical bytes of the leaf. */
  readonly leaf: Uint8Array;
  readonly loggedAt: Date;
}

export interface LogStore {
  /**
   * Sequences leaves in the order given, without a gap, in the caller's transaction. Only one transaction at a time
   * holds the log's tail; the rest wait. Leaves whose hash the log already holds keep their first index.
   */
  append(
    leaves: readonly { kind: string; leaf: Uint8Array; leafHash: Uint8Array }[],
    loggedAt: Date,
  ): Promise<LogEntry[]>;
  size(): Promise<bigint>;
  byIndex(from: bigint, count: number): Promise<LogEntry[]>;
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
    readonly submitted: string;
    readonly expression: string;
    readonly terms?: {
      readonly licenceUrl?: string;
      readonly credit?: string;
      readonly feeUrl?: string;
      readonly contact?: string;
    };
  };
}

export interface StatementStore {
  /** Adds a projected statement and its opening; marks what the same claimant said before about (subject, use). */
  add(statement: StatementRow, opening: Opening): Promise<void>;
  byIds(ids: readonly Uint8Array[]): Promise<StatementRow[]>;
  openings(ids: readonly Uint8Array[]): Promise<Opening[]>;
  /**
   * Statements in force with one of these subject keys: not withdrawn, and either the last that its claimant said about
   * (subject, use) or a no, since a later yes need not have ended it. The caller confirms digests.
   */
  inForce(subjectKeys: readonly bigint[]): Promise<StatementRow[]>;
  /** Ends the statement, and with it what its claimant had said before it about the same subject and use. */
  withdraw(id: Uint8Array, withdrawnIndex: bigint): Promise<void>;
  ofAccount(accountId: string, page: PageRequest): Promise<Page<StatementRow>>;
  /** How many subjects and uses an account's last word on a url or a content is a no or a no-unless. */
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
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

export interface AuditStore {
  add(event: AuditEvent): Promise<void>;
  page(page: PageRequest): Promise<Page<AuditEvent>>;
}
