import { DuckDBInstance } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identifier, literal, pathLiteral } from './sql-text.js';
import { formatByName } from './table-format.js';
import { writing } from './table-scan.js';
import { isNoTsvCell, NO_TSV_CELL, tsvCells } from './tsv-cells.js';
import { UnwritableTable } from './unwritable-table.js';

export type SpoolType = 'VARCHAR' | 'BIGINT' | 'BOOLEAN';

export interface SpooledRows {
  /** Files of rows, a JSON object a line, one after the other; at least one. */
  readonly spools: readonly string[];
  readonly columns: Readonly<Record<string, SpoolType>>;
  /** Rows alike in these columns stand together, in the order of the columns; left out: rows stand as they came. */
  readonly sortedBy?: readonly string[];
  /** Only these columns are written, once for all rows alike in them, with a column `rows` that counts them. */
  readonly countedBy?: readonly string[];
}

/** What sorting may hold at once; beyond it goes to files beside the spools. */
const MEMORY = '256MB';

/** Writes rows to a file in the format that its name promises. It is there, or replaced, once it is whole. */
export async function writeSpooled(
  { spools, columns, sortedBy = [], countedBy }: SpooledRows,
  target: string,
): Promise<void> {
  const unfinished = join(dirname(target), `.${randomUUID()}-${basename(target)}`);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    autoinstall_known_extensions: 'false',
    preserve_insertion_order: 'true',
    memory_limit: MEMORY,
    temp_directory: `${spools[0] ?? unfinished}.sorting`,
  });
  const connection = await instance.connect();
  try {
    const types = Object.entries(columns).map(([name, type]) => `${literal(name)}: '${type}'`);
    const files = spools.map(pathLiteral).join(', ');
    const from = `read_json([${files}], format = 'newline_delimited', columns = {${types.join(', ')}})`;
    const rows = countedBy === undefined ? selected(from, sortedBy) : counted(from, countedBy);
    const format = formatByName(target);
    const names = countedBy === undefined ? Object.keys(columns) : [...countedBy, 'rows'];
    await connection.run(
      `COPY (${format === 'tsv' ? `SELECT ${tsvCells(names)} FROM (${rows})` : rows})
         TO ${literal(unfinished)} (${writing(format, target)})`,
    );
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isNoTsvCell(error) ? new UnwritableTable(target, NO_TSV_CELL, error) : error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function selected(from: string, sortedBy: readonly string[]): string {
  const order = sortedBy.length === 0 ? '' : ` ORDER BY ${sortedBy.map(identifier).join(', ')}`;
  return `SELECT * FROM ${from}${order}`;
}

function counted(from: string, countedBy: readonly string[]): string {
  const list = countedBy.map(identifier).join(', ');
  return `SELECT ${list}, count(*) AS rows FROM ${from} GROUP BY ${list} ORDER BY rows DESC, ${list}`;
}
