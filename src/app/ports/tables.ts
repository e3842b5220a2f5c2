/** A table in a file, read front to back. Values are what the format holds: text, number, bigint, boolean, null, or nested. */
export interface TableSource {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Tells the file from every other, so that a run cut short can be gone on with; absent: it begins anew. */
  readonly identity?: Uint8Array | undefined;
  /** A vector for each row, in the order of rows. */
  readonly vectors?: VectorSource | undefined;
  /** The pictures themselves, where they come with the rows. */
  readonly pictures?: PictureSource | undefined;
  /**
   * Batches of rows in file order, values in the order of `columns` (or of those asked for).
   * @param from how many rows to pass over
   * @throws UnreadableSource
   */
  batches(columns?: readonly string[], from?: number): AsyncIterable<readonly (readonly unknown[])[]>;
}

export interface VectorSource {
  readonly dimensions: number;
  /**
   * The vectors of `count` rows from row `from` on, as bit patterns of half floats; undefined for one that is not finite or
   * has no direction.
   * @throws UnreadableSource
   */
  read(from: number, count: number): Promise<(Uint16Array | undefined)[]>;
}

export interface PictureSource {
  /** How many rows have one. */
  readonly count: number;
  /**
   * The file of row `row`, counted from 0; undefined when the row has none.
   * @throws UnreadableSource
   */
  read(row: number): Promise<Uint8Array | undefined>;
}

/** Rows that did not become entries, kept with the reason. */
export interface RejectedRows {
  /** Where they are kept. */
  readonly path: string;
  /** Adds rows, durably; answers how long the file is then, in bytes. */
  add(rows: readonly RejectedRow[]): Promise<bigint>;
  /** Removes the file. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

export interface RejectedRow {
  /** Number in the file, from 1. */
  readonly row: number;
  readonly reason: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** The input is not what it should be; nothing may be concluded from it. */
export abstract class UnreadableSource extends Error {}

export type ParquetType = 'text' | 'integer' | 'real';

/** Cells of a row by the names of their columns. */
export type ParquetCells = Readonly<Record<string, string | number | undefined>>;

/** Writes batches of rows to a Parquet file, which is there once all of them are in it. */
export type WriteParquet = (
  path: string,
  columns: Readonly<Record<string, ParquetType>>,
  batches: AsyncIterable<readonly ParquetCells[]>,
) => Promise<void>;
