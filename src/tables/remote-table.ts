import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { literal, pathLiteral } from './sql-text.js';
import { formatByName, type TableFormat } from './table-format.js';
import { UnreadableTable } from './unreadable-table.js';

/** Whether a path names an object in a store that speaks S3. */
export function isRemote(path: string): boolean {
  return /^s3:\/\//i.test(path);
}

/**
 * Makes a connection ready for such paths. The extension has to be there: nothing is ever fetched to read a file. It takes its
 * credentials and region from the variables of AWS. @throws UnreadableTable
 */
export async function prepareRemote(connection: DuckDBConnection, path: string): Promise<void> {
  try {
    await connection.run('LOAD httpfs');
  } catch (error) {
    const isThere = error instanceof Error && !/not found/iu.test(error.message);
    if (isThere)
      throw new UnreadableTable(path, `DuckDB's extension httpfs cannot be loaded. ${error.message}`);
    throw new UnreadableTable(
      path,
      "DuckDB's extension httpfs is not installed, which reads s3:// addresses. Install it once for this user (INSTALL httpfs; in " +
        'any DuckDB of the same version), or download the files and check those.',
    );
  }
}

/** By its name alone. A packed text is refused: that it is whole cannot be seen from afar. @throws UnreadableTable */
export function remoteFormat(path: string): TableFormat {
  if (/\.(gz|zst)$/i.test(path)) {
    throw new UnreadableTable(
      path,
      'a packed table is checked only once it is downloaded: cut short, it would look whole.',
    );
  }
  return formatByName(path);
}

/** Tells an object from itself after a change. */
export async function remoteIdentity(connection: DuckDBConnection, path: string): Promise<Uint8Array> {
  const found = await connection.runAndReadAll(
    `SELECT size::VARCHAR || ' ' || last_modified::VARCHAR FROM read_blob(${pathLiteral(path)})`,
  );
  return new Uint8Array(
    createHash('sha256')
      .update(`${path} ${String(found.getRows()[0]?.[0])}\n`)
      .digest(),
  );
}

/** The paths that a pattern names, in order; `*`, `**`, `?` and `[…]` mean what they do in a shell. */
export async function expandPattern(connection: DuckDBConnection, pattern: string): Promise<string[]> {
  const found = await connection.runAndReadAll(`SELECT file FROM glob(${literal(pattern)}) ORDER BY file`);
  return found.getRows().map(([file]) => String(file));
}
