/**
 * What a check leaves behind (docs/receipts.md, schema/receipt.v1.json): which files were asked about, of which answers, bound
 * to a signed checkpoint, and what was kept. Its bytes are the canonical JSON (RFC 8785) of the whole, without a line end.
 */
import type { AnswerCounts, UseCounts } from '../check/answer-counts.js';
import type { CheckPolicy } from '../check/check-policy.js';
import type { Keep } from '../check/row-fate.js';
import type { RecognisedBy } from '../replay/subject-name.js';
import type { Use } from '../consent/use.js';

export const RECEIPT_FORMAT = 'assent-receipt';
export const RECEIPT_VERSION = 1;

/** Part of every receipt. */
export const RECEIPT_LIMITS =
  'This receipt shows which files were checked against which answers, and what was kept. It cannot prove what was trained.';

export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly version: typeof RECEIPT_VERSION;
  /** Both shares, so that neither stands alone. */
  readonly summary: string;
  readonly limits: string;
  readonly madeAt: string;
  readonly question: ReceiptQuestion;
  readonly rules: { readonly decision: number; readonly canonicalUrl: number };
  /** One for each registry that was asked. */
  readonly sources: readonly ReceiptSource[];
  readonly counts: ReceiptCounts;
  readonly files: readonly ReceiptFile[];
  /** SHA-256 of the receipts that were folded into this one, sorted. */
  readonly parts?: readonly string[];
  /** The builder's verifier key (c2sp.org/signed-note), and what it signed. */
  readonly signer?: string;
  readonly signature?: string;
}

export interface ReceiptQuestion {
  readonly uses: readonly Use[];
  readonly keep: Keep;
  readonly policy: CheckPolicy;
  /** SHA-256 of the list of what the builder states to hold by contract. */
  readonly licensed?: string;
  /** SHA-256 of the acceptances of terms by which rows could be kept, sorted; absent where none were given. */
  readonly accepted?: readonly string[];
  /** Rows whose caption names somebody who said no were dropped. */
  readonly dropNamed?: true;
  /** SHA-256 of the receipt of the run that the files had been filtered by. */
  readonly since?: string;
}

export interface ReceiptSource {
  readonly origin: string;
  readonly source: 'registry' | 'snapshot';
  /** How many leaves the answers rest on, and the root of the tree of that size, in base64. */
  readonly size: number;
  readonly root: string;
  /** The moments that the answers speak of: the first and the last, which differ where receipts were folded together. */
  readonly from: string;
  readonly to: string;
  /** The signed note; of that size, or of a larger one that the proof leads to. */
  readonly checkpoint: string;
  /** Consistency proof (RFC 6962, 2.1.2), in base64. */
  readonly consistency?: readonly string[];
  /** SHA-256 of the manifest of the snapshot. */
  readonly manifest?: string;
}

export interface ReceiptCounts {
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  /** Of the kept ones, those that the builder states to hold by contract; never counted as ALLOWED. */
  readonly licensed: number;
  readonly answers: AnswerCounts;
  readonly uses: readonly UseCounts[];
  /** Of the kept ones, those whose terms were accepted; never counted as ALLOWED; absent where there are none. */
  readonly accepted?: number;
  /** Rows whose caption names somebody who said no, whatever was answered; absent where there are none, or none were looked for. */
  readonly named?: number;
  /** Rows that were asked about in each way of recognising content. */
  readonly comparedBy?: Readonly<Partial<Record<RecognisedBy, number>>>;
  readonly asked: { readonly byAddress: number; readonly byContent: number; readonly byNeither: number };
}

export interface ReceiptFile {
  readonly name: string;
  readonly rows: number;
  readonly kept: number;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly input: string;
  /** Absent where nothing was written. */
  readonly output?: string;
}

/** A receipt before it is signed. */
export type UnsignedReceipt = Omit<Receipt, 'signer' | 'signature'>;
