import { DuckDBInstance, JSDuckDBValueConverter, type DuckDBConnection } from '@duckdb/node-api';
import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TableSource } from '../app/ports/tables.js';
import { estimateRows } from './estimate-rows.js';
import { fileIdentity } from './file-identity.js';
import { identifier, literal, pathLiteral } from './sql-text.js';
import { formatByName, formatOf, type TableFormat } from './table-format.js';
import { UnreadableTable } from './unreadable-table.js';

/** Number of a row in its file, from 0; chosen so that no dataset has such a column. */
const ROW = 'assent row number';

/** A character that no address holds, so that each line of a text file is one cell. */
const NEVER = '\u0001';

/** What is known of a table once it is open. */
interface TableFacts {
  readonly path: string;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rowCount: number | undefined;
  readonly estimatedRows: number | undefined;
  readonly identity: Uint8Array;
}

/** A file of rows: read it in batches, or write it again with only some of its rows. */
export class TableFile implements TableSource {
  readonly path: string;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rowCount: number | undefined;
  readonly estimatedRows: number | undefined;
  readonly identity: Uint8Array;
  readonly fileName: string;

  private constructor(
    facts: TableFacts,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {
    this.path = facts.path;
    this.format = facts.format;
    this.columns = facts.columns;
    this.rowCount = facts.rowCount;
    this.estimatedRows = facts.estimatedRows;
    this.identity = facts.identity;
    this.fileName = basename(facts.path);
  }

  /**
   * @param memory what reading may take, such as 256MB: enough for one that only reads
   * @throws UnreadableTable saying what is wrong with the file
   */
  static async open(path: string, { memory }: { readonly memory?: string } = {}): Promise<TableFile> {
    const format = await formatOf(path);
    // Extensions are never fetched: reading a file must not reach out to the internet.
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
      ...(memory === undefined ? {} : { memory_limit: memory }),
    });
    const connection = await instance.connect();
    try {
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${scan(path, format)}`);
      const columns = described.getRows().map((row) => String(row[0]));
      const rowCount = format === 'parquet' ? await parquetRowCount(connection, path) : undefined;
      const identity = await fileIdentity(path);
      const estimatedRows = format === 'parquet' ? undefined : await estimateRows(path);
      const facts = { path, format, columns, rowCount, estimatedRows, identity };
      return new TableFile(facts, instance, connection);
    } catch (error) {
      connection.closeSync();
      instance.closeSync();
      throw unreadable(path, error);
    }
  }

  async *batches(columns: readonly string[] = this.columns, from = 0): AsyncGenerator<unknown[][]> {
    const list = columns.map(identifier).join(', ');
    let given = from;
    try {
      const result = await this.connection.stream(`SELECT ${list} FROM ${this.#scanFrom(from)}`);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield chunk.convertRows(JSDuckDBValueConverter);
        given += chunk.rowCount;
      }
    } catch (error) {
      throw unreadable(this.path, error, given);
    }
  }

  /**
   * Writes the rows with these numbers (from 0, in file order) to another file: all columns, order kept.
   * The target's format is the one its name promises; the target is replaced only once it is whole.
   */
  async copyRows(rows: readonly number[], target: string): Promise<void> {
    const unfinished = join(dirname(target), `.${randomUUID()}-${basename(target)}`);
    const numbered =
      this.format === 'parquet'
        ? `(SELECT * RENAME (file_row_number AS ${identifier(ROW)})
              FROM read_parquet(${pathLiteral(this.path)}, file_row_number = true))`
        : `(SELECT *, row_number() OVER () - 1 AS ${identifier(ROW)} FROM ${scan(this.path, this.format)})`;
    await this.connection.run('CREATE OR REPLACE TEMP TABLE kept (number BIGINT)');
    const appender = await this.connection.createAppender('kept');
    for (const row of rows) {
      appender.appendBigInt(BigInt(row));
      appender.endRow();
    }
    appender.closeSync();
    await this.connection.run(
      `COPY (SELECT * EXCLUDE (${identifier(ROW)}) FROM ${numbered}
              WHERE ${identifier(ROW)} IN (SELECT number FROM kept) ORDER BY ${identifier(ROW)})
         TO ${literal(unfinished)} (${writing(formatByName(target), target)})`,
    );
    await rename(unfinished, target);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Of Parquet whole row groups are passed over unread; other formats must be read to be counted. */
  #scanFrom(from: number): string {
    if (from === 0) return scan(this.path, this.format);
    return this.format === 'parquet'
      ? `read_parquet(${pathLiteral(this.path)}, file_row_number = true) WHERE file_row_number >= ${from}`
      : `${scan(this.path, this.format)} OFFSET ${from}`;
  }
}

function scan(path: string, format: TableFormat): string {
  const file = pathLiteral(path);
  switch (format) {
    case 'parquet':
      return `read_parquet(${file})`;
    case 'csv':
      return `read_csv(${file}, delim = ',', quote = '"', escape = '"', header = true, all_varchar = true, strict_mode = false)`;
    case 'tsv':
      return `read_csv(${file}, delim = '\t', quote = '', escape = '', header = true, all_varchar = true, strict_mode = false)`;
    case 'ndjson':
      return `read_json(${file}, format = 'newline_delimited', sample_size = -1)`;
    case 'txt':
      return `read_csv(${file}, delim = '${NEVER}', quote = '', escape = '', header = false, auto_detect = false,
                       columns = {'url': 'VARCHAR'}, strict_mode = false)`;
  }
}

function writing(format: TableFormat, target: string): string {
  const packed = target.endsWith('.gz')
    ? ', COMPRESSION gzip'
    : target.endsWith('.zst')
      ? ', COMPRESSION zstd'
      : '';
  switch (format) {
    case 'parquet':
      return 'FORMAT parquet, COMPRESSION zstd';
    case 'csv':
      return `FORMAT csv, HEADER true${packed}`;
    case 'tsv':
      return `FORMAT csv, HEADER true, DELIMITER '\t', QUOTE '', ESCAPE ''${packed}`;
    case 'ndjson':
      return `FORMAT json${packed}`;
    case 'txt':
      return `FORMAT csv, HEADER false, DELIMITER '${NEVER}', QUOTE '', ESCAPE ''${packed}`;
  }
}

async function parquetRowCount(connection: DuckDBConnection, path: string): Promise<number> {
  const result = await connection.runAndReadAll(
    `SELECT sum(num_rows) FROM parquet_file_metadata(${pathLiteral(path)})`,
  );
  return Number(result.getRows()[0]?.[0] ?? 0);
}

function unreadable(path: string, error: unknown, rowsGiven = 0): UnreadableTable {
  if (error instanceof UnreadableTable) return error;
  const text = error instanceof Error ? error.message : String(error);
  // Only the first paragraph: what follows repeats our own SQL.
  const reason = text.split('\n\n')[0] ?? text;
  return new UnreadableTable(path, rowsGiven === 0 ? reason : `after row ${rowsGiven}: ${reason}`);
}
