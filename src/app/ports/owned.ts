import type { PictureCount } from './catalogue.js';

/** What of the datasets is somebody's, as far as they have shown it or a comparison found it. */
export interface OwnedCounts {
  /** At the sites, folders and addresses that they hold by proof. */
  readonly claimed: readonly PictureCount[];
  /** At the addresses where their works were found, by a machine that is sure or by a person. */
  readonly matched: readonly PictureCount[];
}

export interface OwnedStore {
  /**
   * Accounts that go by a name and hold a place by proof; without one nobody is told that they are here.
   * @param folded the words of the name as a search compares them, with blanks between
   */
  holdersOfName(folded: string): Promise<string[]>;
  /** Accounts that hold a whole site by proof. */
  holdersOfDomain(host: string): Promise<string[]>;
  /** Exact up to `EXACT_HITS` rows in each dataset; beyond, what was counted to there. */
  counts(accountIds: readonly string[], datasetIds: readonly number[]): Promise<OwnedCounts>;
}
