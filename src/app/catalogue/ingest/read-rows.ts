import type { NewEntry } from '../../ports/catalogue.js';
import type { NewEmbedding } from '../../ports/embeddings.js';
import type { Sha256 } from '../../ports/surroundings.js';
import type { RejectedRow, TableSource } from '../../ports/tables.js';
import type { ColumnMap } from './entry-columns.js';
import { readEntry, type RowRejection } from './read-entry.js';

/** Rows of a table as what goes into the store, and those that do not. */
export interface ReadRows {
  /** Number of the first in the file, from 0. */
  readonly from: number;
  readonly count: number;
  readonly entries: readonly NewEntry[];
  /** Number in the file, from 0, of each entry's row. */
  readonly places: readonly number[];
  readonly embeddings: readonly NewEmbedding[];
  readonly rejected: readonly (RejectedRow & { readonly reason: RowRejection })[];
  /** Rows that are kept without their vector. */
  readonly unusableVectors: number;
}

export async function readRows(
  rows: readonly (readonly unknown[])[],
  from: number,
  source: TableSource,
  map: ColumnMap,
  sha256: Sha256,
): Promise<ReadRows> {
  const vectors = (await source.vectors?.read(from, rows.length)) ?? [];
  const entries: NewEntry[] = [];
  const places: number[] = [];
  const embeddings: NewEmbedding[] = [];
  const rejected: (RejectedRow & { reason: RowRejection })[] = [];
  let unusableVectors = 0;
  for (const [at, row] of rows.entries()) {
    const read = readEntry(row, map, sha256);
    if (!read.ok) {
      rejected.push({ row: from + at + 1, reason: read.reason, cells: cellsOf(row, source) });
      continue;
    }
    entries.push(read.entry);
    places.push(from + at);
    const vector = vectors[at];
    if (vector) embeddings.push({ urlKey: read.entry.urlKey, rowId: read.entry.rowId, vector });
    else if (source.vectors) unusableVectors += 1;
  }
  return { from, count: rows.length, entries, places, embeddings, rejected, unusableVectors };
}

function cellsOf(row: readonly unknown[], { columns }: TableSource): Record<string, unknown> {
  return Object.fromEntries(columns.map((name, position) => [name, row[position] ?? null]));
}
