import { csvLine } from '../../../core/tables/csv-line.js';
import { EXPORT_COLUMNS, type ExportedRow } from './export-search.js';

const NAMES = Object.keys(EXPORT_COLUMNS) as (keyof typeof EXPORT_COLUMNS)[];

/** An export as text, a piece for each batch; CSV begins with the names of its columns. */
export async function* exportText(
  format: 'csv' | 'ndjson',
  batches: AsyncIterable<readonly ExportedRow[]>,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(NAMES);
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      format === 'csv' ? csvLine(NAMES.map((name) => row[name])) : `${JSON.stringify(ordered(row))}\n`,
    );
    yield lines.join('');
  }
}

/** Every column in its place; what is not known is null. */
function ordered(row: ExportedRow): object {
  return Object.fromEntries(NAMES.map((name) => [name, row[name] ?? null]));
}
