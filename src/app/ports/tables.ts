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
  /** Recordings, where they come with the rows; at most their beginning, which is as much as is ever heard. */
  readonly recordings?: PictureSource | undefined;
  /** Digests of the files that come with the rows, whatever they hold. */
  readonly digests?: DigestSource | undefined;
  /**
   * Batches of rows in file order, values in the order of `columns` (or of those asked for).
   * @param from how many rows to pass over
   * @throws UnreadableSource
   */
  batches(columns?: readonly string[], from?: number): AsyncIterable<readonly (readonly unknown[])[]>;
  /**
   * The cells of one column in file order, some thousands at a time; a cell without a text is an empty one. Undefined where the
   * column holds anything but texts, and absent where cells cannot be had in this way.
   * @throws UnreadableSource
   */
  packedTexts?(column: string): AsyncIterable<PackedTexts> | undefined;
}

/** Many texts in UTF-8, of which nothing was made: pieces of memory, counted as if they lay one behind the other. */
export interface PackedTexts {
  /** Each text lies within one of them. */
  readonly pieces: readonly Uint8Array[];
  /** Where each piece begins. */
  readonly piecesAt: readonly number[];
  /** How many bytes there are. */
  readonly length: number;
  /** What the memory of the pieces belongs to, which is kept as long as they are. */
  readonly owners: readonly object[];
  /** Where each text begins. */
  readonly starts: Uint32Array;
  /** Where each text ends, behind its last byte. */
  readonly ends: Uint32Array;
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

export interface DigestSource {
  /**
   * Digests of the file of row `row`, counted from 0, in lower-case hexadecimal; undefined when the row has none.
   * @throws UnreadableSource
   */
  read(row: number): Promise<{ readonly sha256: string; readonly md5: string } | undefined>;
}

/** Rows of a table, by their number from 0. */
export interface ChosenRows {
  /** How many they are. */
  readonly chosen: number;
  has(row: number): boolean;
}

/** A table that can be written again with only some of its rows. */
export interface CopyableTable extends TableSource {
  /**
   * Writes the chosen rows to another file: all columns, order kept, in the format that the name promises, otherwise in its own.
   * The target is there, or replaced, only once it is whole.
   * @throws UnreadableSource when it does not have these rows any more
   */
  copyRows(rows: ChosenRows, target: string): Promise<void>;
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

/** `long` has 64 bits; `time` is given in milliseconds since 1970 UTC. */
export type ParquetType = 'text' | 'integer' | 'long' | 'real' | 'boolean' | 'time';

/** Cells of a row by the names of their columns. */
export type ParquetCells = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes batches of rows to a Parquet file, which is there once all of them are in it. */
export type WriteParquet = (
  path: string,
  columns: Readonly<Record<string, ParquetType>>,
  batches: AsyncIterable<readonly ParquetCells[]>,
) => Promise<void>;
