import {
  DuckDBInstance,
  JSDuckDBValueConverter,
  type DuckDBConnection,
  type DuckDBDataChunk,
} from '@duckdb/node-api';
import { basename } from 'node:path';
import type { ChosenRows, CopyableTable, PackedTexts } from '../app/ports/tables.js';
import { copyRows } from './copy-rows.js';
import { fileIdentity } from './file-identity.js';
import { isRemote, prepareRemote, remoteFormat, remoteIdentity } from './remote-table.js';
import { identifier, pathLiteral } from './sql-text.js';
import { checkPacking } from './check-packing.js';
import { findBrokenLine } from './find-broken-line.js';
import { firstLine } from './first-line.js';
import { formatOf, type TableFormat } from './table-format.js';
import { type CsvSeparator, looseScan, scan } from './table-scan.js';
import { TextPacker } from './text-packer.js';
import { UnreadableTable } from './unreadable-table.js';

/** What is known of a table once it is open. */
interface TableFacts {
  readonly path: string;
  readonly format: TableFormat;
  readonly separator: CsvSeparator;
  readonly columns: readonly string[];
  /** Those that hold texts and nothing else. */
  readonly textColumns: ReadonlySet<string>;
  readonly rowCount: number;
  readonly identity: Uint8Array;
}

/** Enough for a thread to be worth waking, few enough to be held for every thread. */
const PACKED_ROWS = 16_384;

/** A file of rows: read it in batches, or write it again with only some of its rows. */
export class TableFile implements CopyableTable {
  readonly path: string;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly identity: Uint8Array;
  readonly fileName: string;
  readonly #textColumns: ReadonlySet<string>;
  readonly #separator: CsvSeparator;

  private constructor(
    facts: TableFacts,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {
    this.path = facts.path;
    this.format = facts.format;
    this.columns = facts.columns;
    this.rowCount = facts.rowCount;
    this.identity = facts.identity;
    this.fileName = basename(facts.path);
    this.#textColumns = facts.textColumns;
    this.#separator = facts.separator;
  }

  /**
   * @param options.memory what reading may take, such as 256MB: enough for one that only reads
   * @param options.mayHaveSemicolons of a list that somebody typed: a CSV file may have semicolons between its cells, as its first
   *   line shows. Such a table is read and not written again.
   * @throws UnreadableTable saying what is wrong with the file
   */
  static async open(
    path: string,
    {
      memory,
      mayHaveSemicolons = false,
    }: { readonly memory?: string; readonly mayHaveSemicolons?: boolean } = {},
  ): Promise<TableFile> {
    const format = isRemote(path) ? remoteFormat(path) : await formatOf(path);
    // Extensions are never fetched: reading a file must not reach out to the internet.
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
      ...(memory === undefined ? {} : { memory_limit: memory }),
    });
    const connection = await instance.connect();
    try {
      if (isRemote(path)) await prepareRemote(connection, path);
      else await checkPacking(path);
      const separator =
        format === 'csv' && mayHaveSemicolons ? separatorOf(await firstLine(connection, path)) : ',';
      const types = await typesOf(connection, path, format, separator);
      const columns = [...types.keys()];
      const textColumns = new Set(columns.filter((name) => types.get(name) === 'VARCHAR'));
      const rowCount =
        format === 'parquet'
          ? await parquetRowCount(connection, path)
          : await countRows(connection, scan(path, format, columns, separator), columns);
      const identity = isRemote(path) ? await remoteIdentity(connection, path) : await fileIdentity(path);
      const facts = { path, format, separator, columns, textColumns, rowCount, identity };
      return new TableFile(facts, instance, connection);
    } catch (error) {
      connection.closeSync();
      instance.closeSync();
      throw unreadable(path, error);
    }
  }

  async *batches(columns: readonly string[] = this.columns, from = 0): AsyncGenerator<unknown[][]> {
    for await (const chunk of this.#chunks(columns, from)) yield chunk.convertRows(JSDuckDBValueConverter);
  }

  packedTexts(column: string): AsyncGenerator<PackedTexts> | undefined {
    return this.#textColumns.has(column) ? this.#packed(column) : undefined;
  }

  copyRows(rows: ChosenRows, target: string): Promise<void> {
    return copyRows(this.connection, this, rows, target);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  async *#packed(column: string): AsyncGenerator<PackedTexts> {
    const packer = new TextPacker();
    for await (const chunk of this.#chunks([column], 0)) {
      packer.add(chunk);
      if (packer.rows >= PACKED_ROWS) yield packer.take();
    }
    if (packer.rows > 0) yield packer.take();
  }

  async *#chunks(columns: readonly string[], from: number): AsyncGenerator<DuckDBDataChunk> {
    const list = columns.map(identifier).join(', ');
    let given = from;
    try {
      const result = await this.connection.stream(`SELECT ${list} FROM ${this.#scanFrom(from)}`);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) break;
        yield chunk;
        given += chunk.rowCount;
      }
      // A stream that meets an error in a file may just end.
      if (given !== this.rowCount) throw new Error(`it ends there; ${this.rowCount} rows were expected.`);
    } catch (error) {
      throw unreadable(this.path, error, given);
    }
  }

  #scan(): string {
    return scan(this.path, this.format, this.columns, this.#separator);
  }

  /** Of Parquet whole row groups are passed over unread; other formats must be read to be counted. */
  #scanFrom(from: number): string {
    if (from === 0) return this.#scan();
    return this.format === 'parquet'
      ? `read_parquet(${pathLiteral(this.path)}, file_row_number = true) WHERE file_row_number >= ${from}`
      : `${this.#scan()} OFFSET ${from}`;
  }
}

/** The types of the columns, by their names in order. */
async function typesOf(
  connection: DuckDBConnection,
  path: string,
  format: TableFormat,
  separator: CsvSeparator,
): Promise<Map<string, string>> {
  try {
    const described = await connection.runAndReadAll(
      `DESCRIBE SELECT * FROM ${looseScan(path, format, separator)}`,
    );
    return new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
  } catch (error) {
    if (format === 'csv' || format === 'tsv') await findBrokenLine(connection, path, format, separator);
    throw error;
  }
}

/** Semicolons where the first line has more of them than commas, outside quotation marks. */
function separatorOf(line: string): CsvSeparator {
  const plain = line.replaceAll(/"[^"]*"/g, '');
  return plain.split(';').length > plain.split(',').length ? ';' : ',';
}

/** Reads every cell once: what is wrong with a text is then known before any of it is used. */
async function countRows(
  connection: DuckDBConnection,
  from: string,
  columns: readonly string[],
): Promise<number> {
  const every = columns.map((name) => `count(${identifier(name)})`).join(', ');
  const counted = await connection.runAndReadAll(`SELECT count(*), ${every} FROM ${from}`);
  return Number(counted.getRows()[0]?.[0] ?? 0);
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
  const told = text.split('\n\n')[0] ?? text;
  const reason = /not utf-8 encoded/i.test(told)
    ? 'it is not text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.'
    : told;
  return new UnreadableTable(path, rowsGiven === 0 ? reason : `after row ${rowsGiven}: ${reason}`);
}
