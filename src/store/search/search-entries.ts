import type { EntryPage, EntrySearch, FoundBy } from '../../app/ports/catalogue.js';
import type { PageRequest } from '../../app/ports/page.js';
import { ENTRY_COLUMNS, entryOf } from '../entry-columns.js';
import { cursorParts, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';
import { Parameters } from './parameters.js';
import type { Found } from './search-order.js';
import { type SearchWay, searchWay } from './search-way.js';

/** In which order the ways are tried: the next one when nothing was found. */
const WAYS: readonly FoundBy[] = ['asked', 'host-part', 'spelling'];

/**
 * Every search has an index. Left to itself the planner reads the whole table for a word that is in a tenth of it, or for any
 * word where no statistics were ever gathered. At 0.45 two letters may be swapped.
 */
export const SEARCH_SETTINGS = {
  enable_seqscan: 'off',
  'pg_trgm.word_similarity_threshold': '0.45',
  'pg_trgm.similarity_threshold': '0.45',
};

/**
 * Entries that meet every condition of the search: first those that hold the words; when there are none, those whose host has the
 * word in its name; and then those that are spelt most like them. Later pages stay with the way of the first.
 */
export async function searchEntries(
  session: StoreSession,
  search: EntrySearch,
  page: PageRequest,
): Promise<EntryPage> {
  const nothing: EntryPage = { rows: [], hasNextPage: false, foundBy: 'asked' };
  for (const foundBy of page.after === undefined ? WAYS : [wayOf(page.after)]) {
    const way = await searchWay(session, search, foundBy);
    const found = way && (await readWay(session, way, page));
    if (found && (found.rows.length > 0 || page.after !== undefined)) return found;
  }
  return nothing;
}

function wayOf(cursor: string): FoundBy {
  const [list = ''] = cursorParts(cursor);
  return WAYS.find((way) => list.startsWith(`entries ${way} `)) ?? 'asked';
}

async function readWay(session: StoreSession, way: SearchWay, page: PageRequest): Promise<EntryPage> {
  const parameters = new Parameters();
  const conditions = parameters.all([...way.conditions, ...way.rechecks]);
  const place = way.order.place(parameters);
  const found = await readPage(way.order.keyset, page, parameters.values, (sql) =>
    session.search(SEARCH_SETTINGS, (searching) =>
      searching.query<Found>(
        `SELECT * FROM (
           SELECT ${place} AS place, dataset_id, ordinal, ${ENTRY_COLUMNS.join(', ')}
           FROM entries WHERE ${conditions}
         ) AS found
         WHERE ${sql.after} ${sql.tail}`,
        sql.parameters,
      ),
    ),
  );
  const rows = found.rows.map(({ cursor, row }) => ({ cursor, row: entryOf(row) }));
  return { rows, hasNextPage: found.hasNextPage, foundBy: way.foundBy };
}
