import { csvLine } from '../../../core/tables/csv-line.js';

/** Cells of a row by the names of their columns. */
export type ExportCells = Readonly<Record<string, string | number | undefined>>;

/** An export as text, a piece for each batch; CSV begins with the names of its columns. What is not known is null in NDJSON. */
export async function* exportText(
  format: 'csv' | 'ndjson',
  columns: Readonly<Record<string, unknown>>,
  batches: AsyncIterable<readonly ExportCells[]>,
): AsyncGenerator<string> {
  const names = Object.keys(columns);
  const ordered = (row: ExportCells) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  if (format === 'csv') yield csvLine(names);
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      format === 'csv' ? csvLine(names.map((name) => row[name])) : `${JSON.stringify(ordered(row))}\n`,
    );
    yield lines.join('');
  }
}
