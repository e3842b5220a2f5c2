/**
 * Where an embedded registry keeps its leaves so that a loss of power takes none of them: the embedded database never
 * syncs. Such a registry's log is its journal; the tables are a projection.
 */
export interface LogJournal {
  /** How many leaves it holds. */
  readonly size: number;
  /** Adds leaves in order, and returns once they are durable and were read back. Throws when they are not. */
  append(leaves: readonly Uint8Array[]): Promise<void>;
  /** The leaves from an index on. */
  read(from: number): AsyncIterable<{ readonly index: number; readonly leaf: Uint8Array }>;
}

/** What was written could not be made durable. Nobody can say what is on the medium, so nothing more is written. */
export class JournalStopped extends Error {
  override readonly name = 'JournalStopped';

  constructor(options: ErrorOptions) {
    super(
      'The journal could not be written durably and takes nothing more. Mend the disk, then start again.',
      options,
    );
  }
}
