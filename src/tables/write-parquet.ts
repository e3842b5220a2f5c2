import { type DuckDBAppender, DuckDBInstance, DuckDBTimestampTZValue } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParquetCells, ParquetType } from '../app/ports/tables.js';
import { identifier, literal } from './sql-text.js';

const TYPES: Readonly<Record<ParquetType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  long: 'BIGINT',
  real: 'FLOAT',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP WITH TIME ZONE',
};

/** What is not yet written may take so much; beyond it goes to a file beside the target. */
const MEMORY = '256MB';

/** Writes batches of rows to a Parquet file, which is there once all of them are in it. */
export async function writeParquet(
  path: string,
  columns: Readonly<Record<string, ParquetType>>,
  batches: AsyncIterable<readonly ParquetCells[]>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-parquet-'));
  try {
    const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
      threads: '2',
      autoinstall_known_extensions: 'false',
      memory_limit: MEMORY,
    });
    const connection = await instance.connect();
    try {
      const fields = Object.entries(columns).map(([name, type]) => `${identifier(name)} ${TYPES[type]}`);
      await connection.run(`CREATE TABLE rows (${fields.join(', ')})`);
      const appender = await connection.createAppender('rows');
      for await (const rows of batches) {
        for (const row of rows) appendRow(appender, columns, row);
        appender.flushSync();
      }
      appender.closeSync();
      await connection.run(`COPY rows TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Cell = NonNullable<ParquetCells[string]>;

const APPEND: Readonly<Record<ParquetType, (appender: DuckDBAppender, cell: Cell) => void>> = {
  text: (appender, cell) => {
    appender.appendVarchar(String(cell));
  },
  integer: (appender, cell) => {
    appender.appendInteger(Number(cell));
  },
  long: (appender, cell) => {
    appender.appendBigInt(BigInt(cell));
  },
  real: (appender, cell) => {
    appender.appendFloat(Number(cell));
  },
  boolean: (appender, cell) => {
    appender.appendBoolean(cell === true);
  },
  time: (appender, cell) => {
    appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(cell) * 1_000n));
  },
};

function appendRow(
  appender: DuckDBAppender,
  columns: Readonly<Record<string, ParquetType>>,
  row: ParquetCells,
): void {
  for (const [name, type] of Object.entries(columns)) {
    const cell = row[name];
    if (cell === undefined) appender.appendNull();
    else APPEND[type](appender, cell);
  }
  appender.endRow();
}
