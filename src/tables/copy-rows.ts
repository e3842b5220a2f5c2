import { BIT, DuckDBBitValue, type DuckDBConnection } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ChosenRows } from '../app/ports/tables.js';
import { identifier, literal, pathLiteral } from './sql-text.js';
import { isTableName, formatByName, type TableFormat } from './table-format.js';
import { lines, scan, writing } from './table-scan.js';
import { isNoTsvCell, NO_TSV_CELL, tsvCells } from './tsv-cells.js';
import { UnreadableTable } from './unreadable-table.js';
import { UnwritableTable } from './unwritable-table.js';

/** Number of a row in its file, from 0; chosen so that no dataset has such a column. */
const ROW = 'assent row number';

export interface CopiedTable {
  readonly path: string;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rowCount: number;
}

/** DuckDB counts the bits of a value in 32 bits with a sign: of more rows there are several values. */
const ROWS_A_VALUE = 2 ** 30;

/**
 * Writes the chosen rows of a table to another file. DuckDB is given a bit for each row and chooses them by itself while they
 * stream past, which keeps their order and waits for nobody. The target is replaced only once it is whole. Throws when other rows
 * than those were written.
 */
export async function copyRows(
  connection: DuckDBConnection,
  table: CopiedTable,
  rows: ChosenRows,
  target: string,
  rowsAValue = ROWS_A_VALUE,
): Promise<void> {
  const format = isTableName(target) ? formatByName(target) : table.format;
  // Lines of JSON are copied as they stand: read and written again, numbers would be spelt otherwise and members added.
  const asLines = format === 'ndjson' && table.format === 'ndjson';
  const unfinished = join(dirname(target), `.${randomUUID()}-${basename(target)}`);
  const codec = table.format === 'parquet' ? await codecOf(connection, table.path) : undefined;
  try {
    const cells =
      format === 'tsv' && table.format !== 'tsv' ? tsvCells(table.columns) : `* EXCLUDE (${identifier(ROW)})`;
    const chosen = bitsOf(rows, table.rowCount, rowsAValue);
    const select = `SELECT ${cells} FROM ${numbered(table, asLines)} WHERE ${isChosen(chosen.length, rowsAValue)}`;
    const options = writing(asLines ? 'txt' : format, target, codec);
    const sql = `COPY (${select}) TO ${literal(unfinished)} (${options})`;
    const count = await copy(connection, sql, chosen);
    if (count !== rows.chosen) {
      throw new UnreadableTable(
        table.path,
        `${rows.chosen} of its rows were to be written, and ${count} were.`,
      );
    }
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isNoTsvCell(error) ? new UnwritableTable(target, NO_TSV_CELL, error) : error;
  }
}

/** @returns how many rows were written */
async function copy(
  connection: DuckDBConnection,
  sql: string,
  chosen: readonly DuckDBBitValue[],
): Promise<number> {
  try {
    const statement = await connection.prepare(sql);
    for (const [at, bits] of chosen.entries()) statement.bindValue(at + 1, bits, BIT);
    const written = await statement.runAndReadAll();
    return Number(written.getRows()[0]?.[0] ?? -1);
  } catch (error) {
    if (isNoTsvCell(error)) throw error;
    // Every row was read before, so that it is the writing that went wrong.
    const reason = error instanceof Error ? (error.message.split('\n\n')[0] ?? '') : String(error);
    throw new Error(`The rows that stay cannot be written. ${reason}`, { cause: error });
  }
}

/** A bit for each row, in as many values as it takes. */
function bitsOf(rows: ChosenRows, rowCount: number, rowsAValue: number): DuckDBBitValue[] {
  const values = Math.max(1, Math.ceil(rowCount / rowsAValue));
  return Array.from({ length: values }, (_, value) => {
    const from = value * rowsAValue;
    // A value of no bits is none.
    const length = Math.max(1, Math.min(rowsAValue, rowCount - from));
    return DuckDBBitValue.fromLengthAndPredicate(length, (bit) => rows.has(from + bit));
  });
}

function isChosen(values: number, rowsAValue: number): string {
  const row = identifier(ROW);
  if (values === 1) return `get_bit($1, ${row}::INTEGER) = 1`;
  const cases = Array.from({ length: values }, (_, value) => `WHEN ${value} THEN $${value + 1}::BIT`);
  return `get_bit(CASE ${row} // ${rowsAValue} ${cases.join(' ')} END, (${row} % ${rowsAValue})::INTEGER) = 1`;
}

function numbered({ path, format, columns }: CopiedTable, asLines: boolean): string {
  if (format === 'parquet') {
    return `(SELECT * RENAME (file_row_number AS ${identifier(ROW)})
               FROM read_parquet(${pathLiteral(path)}, file_row_number = true))`;
  }
  const from = asLines ? lines(path) : scan(path, format, columns);
  return `(SELECT *, row_number() OVER () - 1 AS ${identifier(ROW)} FROM ${from})`;
}

/** How most of the columns of a Parquet file are packed. */
async function codecOf(connection: DuckDBConnection, path: string): Promise<string | undefined> {
  const found = await connection.runAndReadAll(
    `SELECT compression FROM parquet_metadata(${pathLiteral(path)}) WHERE row_group_id = 0
      GROUP BY compression ORDER BY count(*) DESC, compression LIMIT 1`,
  );
  const codec = found.getRows()[0]?.[0];
  return typeof codec === 'string' ? codec.toLowerCase() : undefined;
}
