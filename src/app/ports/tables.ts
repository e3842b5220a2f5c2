/** A table in a file, read front to back. Values are what the format holds: text, number, bigint, boolean, null, or nested. */
export interface TableSource {
  readonly fileName: string;
  readonly columns: readonly string[];
  /** Known for formats that state it (Parquet). */
  readonly rowCount: number | undefined;
  /** Batches of rows in file order, values in the order of `columns` (or of those asked for). */
  batches(columns?: readonly string[]): AsyncIterable<readonly (readonly unknown[])[]>;
}
