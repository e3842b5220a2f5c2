import { identifier, literal } from './sql-text.js';

/** What stops a query whose cells no line of tab-separated text can hold. */
export const NO_TSV_CELL =
  'a cell holds a tab or a line end, which no .tsv can: write .csv, .ndjson or .parquet.';

/**
 * The columns as they are to be written as tab-separated text, which knows no quotes: a tab or a line end in a cell would be read as
 * the end of it, and every column behind it as another.
 */
export function tsvCells(columns: readonly string[]): string {
  return columns
    .map((name) => {
      const cell = identifier(name);
      const breaks = `regexp_matches(CAST(${cell} AS VARCHAR), '[\\t\\r\\n]')`;
      return `CASE WHEN ${breaks} THEN error(${literal(NO_TSV_CELL)}) ELSE ${cell} END AS ${cell}`;
    })
    .join(', ');
}

/** Whether it was such a cell that stopped a query. */
export function isNoTsvCell(error: unknown): boolean {
  return error instanceof Error && error.message.includes(NO_TSV_CELL);
}
