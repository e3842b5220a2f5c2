import type { Entry, EntrySearch, EntryStore, NamedPlace, NewEntry } from '../../app/ports/catalogue.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { copyText } from '../copy-text.js';
import { ENTRY_COLUMNS, entryCells, entryOf, type EntrySqlRow } from '../entry-columns.js';
import { countCovered } from '../entry-places.js';
import { searchEntries } from '../entry-search.js';
import type { StoreSession } from '../store-session.js';

const COLUMNS = ENTRY_COLUMNS.join(', ');

const STAGE = `
  CREATE TEMPORARY TABLE staged_entries ON COMMIT DROP AS
  SELECT 0::integer AS position, ${COLUMNS} FROM entries WITH NO DATA`;

const LOCK_DATASET = 'SELECT rows_held FROM datasets WHERE id = $1 FOR UPDATE';

// The dataset's row is locked, so no other batch can add between the question what is new and the answer.
const ADD_NEW = `
  INSERT INTO entries (dataset_id, ordinal, ${COLUMNS})
  SELECT $1::integer, $2::bigint + row_number() OVER (ORDER BY position) - 1, ${COLUMNS}
  FROM (
    SELECT DISTINCT ON (url_key, row_id) * FROM staged_entries ORDER BY url_key, row_id, position
  ) AS staged
  WHERE NOT EXISTS (
    SELECT FROM entries
    WHERE entries.dataset_id = $1::integer
      AND entries.url_key = staged.url_key
      AND entries.row_id = staged.row_id
  )`;

export class EntryRepository implements EntryStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async addBatch(datasetId: number, batch: readonly NewEntry[]): Promise<{ added: number }> {
    if (batch.length === 0) return { added: 0 };
    return this.#session.transaction(async (session) => {
      const [dataset] = await session.query<{ rows_held: string }>(LOCK_DATASET, [datasetId]);
      if (!dataset) throw new Error(`There is no dataset ${datasetId}.`);
      await session.execute(STAGE);
      await session.copyText(
        `staged_entries (position, ${COLUMNS})`,
        copyText(batch.map((entry, position) => [position, ...entryCells(entry)])),
      );
      const added = await session.execute(ADD_NEW, [datasetId, dataset.rows_held]);
      await session.execute('UPDATE datasets SET rows_held = rows_held + $2 WHERE id = $1', [
        datasetId,
        added,
      ]);
      await session.execute('DROP TABLE staged_entries');
      return { added };
    });
  }

  search(search: EntrySearch, page: PageRequest): Promise<Page<Entry>> {
    return searchEntries(this.#session, search, page);
  }

  async byRowId(datasetId: number, rowId: Uint8Array): Promise<Entry | undefined> {
    const [row] = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${COLUMNS} FROM entries WHERE dataset_id = $1 AND row_id = $2
       ORDER BY ordinal LIMIT 1`,
      [datasetId, rowId],
    );
    return row && entryOf(row);
  }

  countCovered(places: readonly NamedPlace[], limit: number): Promise<number[]> {
    return countCovered(this.#session, places, limit);
  }
}
