import type { DuckDBConnection } from '@duckdb/node-api';
import { firstLine } from './first-line.js';
import { identifier } from './sql-text.js';
import { type CsvSeparator, scan } from './table-scan.js';

/**
 * Reads a table of text whose form could not be made out, by what its first line says, so that the error names the line
 * where it goes wrong. Returns when none does.
 */
export async function findBrokenLine(
  connection: DuckDBConnection,
  path: string,
  format: 'csv' | 'tsv',
  separator: CsvSeparator,
): Promise<void> {
  const names = (await firstLine(connection, path)).split(format === 'csv' ? separator : '\t');
  const columns = names.map((_, place) => `column ${place + 1}`);
  const every = columns.map((name) => `count(${identifier(name)})`).join(', ');
  await connection.run(`SELECT ${every} FROM ${scan(path, format, columns, separator)}`);
}
