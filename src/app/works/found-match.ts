import type { Orientation } from '../../core/likeness/orientation.js';
import type { EntryKey } from '../ports/catalogue.js';
import type { WorkMatch, WorkMatchMethod } from '../ports/works.js';

/** A work found in an entry, and by what. */
export interface FoundMatch {
  readonly workId: string;
  /** Canonical address. */
  readonly canonical: string;
  /** Undefined where the address was looked at and is of no entry. */
  readonly entry: Pick<EntryKey, 'datasetId' | 'rowId'> | undefined;
  readonly kind: WorkMatch['kind'];
  readonly method: WorkMatchMethod;
  readonly distance?: number | undefined;
  readonly orientation?: Orientation | undefined;
  readonly parts?: number | undefined;
  readonly score?: number | undefined;
  /** Set where its claimant named the address as theirs. */
  readonly isClaimants?: true;
}

/** What is known of an entry by one way of looking. */
export type Known = Omit<FoundMatch, 'workId' | 'canonical' | 'entry'> & { readonly key: EntryKey };

/** As many as an index gives without walking for long. A work that meets so many waits for a person. */
export const MOST_MET = 1_000;
