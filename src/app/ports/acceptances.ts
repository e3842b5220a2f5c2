import type { StatementRow } from './log.js';
import type { Page, PageRequest } from './page.js';

/** An acceptance of terms as it came in. It goes when the terms are erased. */
export interface StoredAcceptance {
  /** SHA-256 of the document. */
  readonly digest: Uint8Array;
  readonly statementId: Uint8Array;
  /** Of the leaf that records it. */
  readonly logIndex: bigint;
  /** The acceptance itself, in canonical JSON. */
  readonly document: string;
  readonly takenAt: Date;
}

export interface AcceptanceStore {
  /** Throws `UniqueViolation` for one that is there. */
  add(acceptance: StoredAcceptance): Promise<void>;
  byDigest(digest: Uint8Array): Promise<StoredAcceptance | undefined>;
  /**
   * Of the terms that an account offers, the newest first.
   * @param about left out: whatever the offers are about
   */
  ofAccount(
    accountId: string,
    page: PageRequest,
    about?: Pick<StatementRow, 'kind' | 'subjectDigest'>,
  ): Promise<Page<StoredAcceptance>>;
}
