import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, pathLiteral } from './sql-text.js';
import { NEVER, scan } from './table-scan.js';

/**
 * Reads a table of text whose form could not be made out, by what its first line says, so that the error names the line
 * where it goes wrong. Returns when none does.
 */
export async function findBrokenLine(
  connection: DuckDBConnection,
  path: string,
  format: 'csv' | 'tsv',
): Promise<void> {
  const file = pathLiteral(path);
  const first = await connection.runAndReadAll(
    `SELECT line FROM read_csv(${file}, delim = '${NEVER}', quote = '', escape = '', header = false, auto_detect = false,
                               columns = {'line': 'VARCHAR'}, strict_mode = false) LIMIT 1`,
  );
  const names = String(first.getRows()[0]?.[0] ?? '').split(format === 'csv' ? ',' : '\t');
  const columns = names.map((_, place) => `column ${place + 1}`);
  const every = columns.map((name) => `count(${identifier(name)})`).join(', ');
  await connection.run(`SELECT ${every} FROM ${scan(path, format, columns)}`);
}
