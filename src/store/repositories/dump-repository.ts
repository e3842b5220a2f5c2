import type { OrdinalRange } from '../../app/ports/catalogue.js';
import type { DumpStore } from '../../app/ports/dump.js';
import type { BackedUpTable } from '../../core/backup/backup-notes.js';
import { BACKED_UP_ROWS } from '../backed-up-tables.js';
import { type StorePart, tablesOf } from '../copied-tables.js';
import { quoteName } from '../quote-name.js';
import { MIGRATIONS_TABLE } from '../registry-data-source.js';
import type { StoreSession } from '../store-session.js';

/** How values are written depends on these, and what was written is to be read anywhere. */
const SPELLING = `
  SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
         set_config('IntervalStyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
         set_config('bytea_output', 'hex', true)`;

const PAGES = `SELECT pg_relation_size($1::regclass) / current_setting('block_size')::integer AS pages`;
/** Pages of a table read at once: 2 MiB, and what their rows hold beside them. */
const PAGES_AT_ONCE = 256;

const STATE = `
  SELECT (SELECT system_identifier FROM pg_control_system()) || ' ' || pg_snapshot_xmax(pg_current_snapshot()) AS state`;

export class DumpRepository implements DumpStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async migrations(): Promise<string[]> {
    const rows = await this.#session.query<{ name: string }>(
      `SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`,
    );
    return rows.map(({ name }) => name);
  }

  async state(): Promise<string> {
    const [row] = await this.#session.query<{ state: string }>(STATE);
    return row?.state ?? '';
  }

  tables(part: StorePart): Promise<BackedUpTable[]> {
    return tablesOf(this.#session, part);
  }

  /** By ranges of pages, as they lie: no sorting, and no more than a piece in memory, whatever the database. */
  async *rows(table: BackedUpTable): AsyncGenerator<Uint8Array> {
    const [size] = await this.#session.query<{ pages: string }>(PAGES, [quoteName(table.name)]);
    const pages = Number(size?.pages ?? 0);
    const wanted = BACKED_UP_ROWS[table.name] ?? 'true';
    for (let page = 0; page < pages; page += PAGES_AT_ONCE) {
      const here = `ctid >= '(${page},0)' AND ctid < '(${page + PAGES_AT_ONCE},0)'`;
      yield await this.#copy(table, `${here} AND ${wanted}`);
    }
  }

  signed(table: BackedUpTable, from: number, to: number): Promise<Uint8Array> {
    return this.#copy(table, `size >= ${whole(from)} AND size <= ${whole(to)}`);
  }

  ofDataset(table: BackedUpTable, datasetId: number, { from, to }: OrdinalRange): Promise<Uint8Array> {
    const ofDataset = `dataset_id = ${whole(datasetId)}`;
    const within = `ordinal >= ${from} AND ordinal < ${to}`;
    return this.#copy(
      table,
      table.name === 'entries'
        ? `${ofDataset} AND ${within}`
        : `${ofDataset} AND (url_key, row_id) IN (SELECT url_key, row_id FROM entries WHERE ${ofDataset} AND ${within})`,
    );
  }

  #copy({ name, columns }: BackedUpTable, condition: string): Promise<Uint8Array> {
    const list = columns.map(quoteName).join(', ');
    return this.#session.snapshot(async (session) => {
      await session.query(SPELLING);
      return session.copyOut(`SELECT ${list} FROM ${quoteName(name)} WHERE ${condition}`);
    });
  }
}

/** COPY takes no parameters. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number.`);
  return value.toString();
}
