import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import type { LeafKind } from '../../core/log/leaf.js';

/** The last words of all claimants about a use, with one preference: neither withdrawn, replaced nor past their time. */
export interface AnswerCount {
  readonly use: Use;
  readonly preference: Preference;
  readonly count: bigint;
}

export interface LeafCount {
  /** First day of the month in UTC, like `2026-11-01`. */
  readonly month: string;
  readonly kind: LeafKind;
  readonly count: bigint;
}

/** Receipts that the log dated since the first no of an account that still stands. */
export interface ReceiptsSinceNo {
  /** Of that no. */
  readonly logIndex: bigint;
  readonly since: Date;
  readonly dated: bigint;
  /** Of these, those whose leaf names the key of whoever asked. */
  readonly named: bigint;
}

/** What stands in the log, counted. */
export interface FiguresStore {
  answers(now: Date): Promise<AnswerCount[]>;
  /** The months in which leaves came, the earliest first. */
  leaves(): Promise<LeafCount[]>;
  /** Undefined while no no of the account stands. */
  receiptsSinceNo(accountId: string): Promise<ReceiptsSinceNo | undefined>;
}
