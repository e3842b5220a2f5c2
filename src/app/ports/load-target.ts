import type { BackedUpTable } from '../../core/backup/backup-notes.js';
import type { Stores } from './registry-store.js';

/** A leaf with everything that its row says. */
export interface LoadedLeaf {
  readonly index: number;
  readonly hash: Uint8Array;
  readonly kind: string;
  readonly leaf: Uint8Array;
  readonly loggedAt: Date;
  readonly keys: readonly bigint[];
}

/** A transaction into which a backup is put back. */
export interface LoadTarget {
  readonly stores: Stores;
  /** Those of all tables that hold rows. */
  occupied(): Promise<string[]>;
  /** Throws `TableUnknown` for a table or column that is not there. */
  expect(table: BackedUpTable): Promise<void>;
  /** Adds leaves that the log does not have, in order. */
  leaves(leaves: readonly LoadedLeaf[]): Promise<void>;
  /**
   * Adds rows of a table that was expected.
   * @param shift by how much columns that name a place in the log are raised
   */
  rows(table: BackedUpTable, text: Uint8Array, shift: number): Promise<void>;
  /** To be called once everything is in. */
  finish(): Promise<void>;
}

/** A backup has a table or column that the database does not know. */
export class TableUnknown extends Error {
  override readonly name = 'TableUnknown';

  constructor(table: string, column?: string) {
    const what = column === undefined ? `the table ${table}` : `the column ${column} of the table ${table}`;
    super(
      `The backup holds ${what}, which this release does not know. Use the release that made it, or a later one.`,
    );
  }
}
