/**
 * Where an embedded registry keeps its leaves so that a loss of power takes none of them: the embedded database never
 * syncs. Such a registry's log is its journal; the tables are a projection.
 */
export interface LogJournal {
  /** How many leaves it holds. */
  readonly size: number;
  /**
   * Adds leaves in order, and returns once they are durable and were read back. Throws `NoRoom` with nothing added, and
   * `WritingStopped` for good.
   */
  append(leaves: readonly Uint8Array[]): Promise<void>;
  /** The leaves from an index on. */
  read(from: number): AsyncIterable<{ readonly index: number; readonly leaf: Uint8Array }>;
}
