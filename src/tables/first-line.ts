import type { DuckDBConnection } from '@duckdb/node-api';
import { pathLiteral } from './sql-text.js';
import { NEVER } from './table-scan.js';

/** The first line of a file of text, packed or not; empty where there is none. */
export async function firstLine(connection: DuckDBConnection, path: string): Promise<string> {
  const first = await connection.runAndReadAll(
    `SELECT line FROM read_csv(${pathLiteral(path)}, delim = '${NEVER}', quote = '', escape = '', header = false,
                               auto_detect = false, columns = {'line': 'VARCHAR'}, strict_mode = false) LIMIT 1`,
  );
  return String(first.getRows()[0]?.[0] ?? '');
}
