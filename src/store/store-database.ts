import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

export type CopyFormat = 'binary' | 'text';

/** One of the two databases, opened; destroying the data source closes it. What follows differs between them; everything else in this folder does not. */
export interface StoreDatabase {
  readonly kind: 'pglite' | 'postgres';
  readonly dataSource: DataSource;
  /**
   * Runs COPY … FROM in the session that `client` holds.
   * @param target table and columns, as they stand after COPY
   * @param chunks the rows in that format of COPY's
   */
  copyIn(client: PoolClient, target: string, format: CopyFormat, chunks: Iterable<Uint8Array>): Promise<void>;
  /** The rows of a query in COPY's text format, read in the session that `client` holds. */
  copyOut(client: PoolClient, query: string): Promise<Uint8Array>;
  /** Throws `NoRoom` or `WritingStopped` when nothing may be written just now, as far as that is known before. */
  readonly assertWritable?: () => Promise<void> | undefined;
  /** Makes what was committed durable, where a commit alone does not. Throws `WritingStopped` for good. */
  readonly settle?: () => Promise<void> | undefined;
  /** Keeps statistics of its tables and clears dead rows away, where nothing else does. */
  readonly tend?: () => Promise<void>;
  /** Takes rows that were deleted for good out of its files, as far as that can be done from here. */
  scrub(): Promise<void>;
}
