import type { Entry, EntrySearch } from '../app/ports/catalogue.js';
import type { Page, PageRequest } from '../app/ports/page.js';
import { ENTRY_COLUMNS, entryOf, type EntrySqlRow } from './entry-columns.js';
import { ADDRESS_KEY, addressesFrom, type Condition, HOST_KEY, hostsUnder } from './entry-places.js';
import { cursorParts, type Keyset, readPage } from './keyset-page.js';
import type { StoreSession } from './store-session.js';

/** A found row with its place in the order of the list. */
interface Found extends EntrySqlRow {
  readonly place: string | number;
}

/** One way to search: which rows, in which order. */
interface Way {
  readonly keyset: Keyset<Found>;
  readonly place: string;
  readonly condition: (firstParameter: number) => Condition;
}

// What an empty or a purely excluding question ("-cat") would match is nearly everything, and it would be read row by row.
const ASKED = `websearch_to_tsquery('registry_words', $1)`;
const FULL_TEXT = `words @@ ${ASKED} AND querytree(${ASKED}) NOT IN ('', 'T')`;

// Ranks are cut to whole numbers: a float would not read back from a cursor as the same position.
const RANK = `floor(ts_rank(words, ${ASKED}, 1) * -10000)::integer`;

const SIMILAR = '($1 <% caption OR $1 <% author OR $1 <% host)';
const LIKENESS = `
  floor(greatest(
    word_similarity($1, caption), word_similarity($1, coalesce(author, '')), word_similarity($1, host)
  ) * -10000)::integer`;

// Every search has an index. Left to itself the planner reads the whole table for a word that is in a tenth of it, or
// for any word where no statistics were ever gathered, as in the embedded database. At 0.45 two letters may be swapped.
const SETTINGS = `
  SELECT set_config('enable_seqscan', 'off', true), set_config('pg_trgm.word_similarity_threshold', '0.45', true)`;

/** A single word that may be part of a host name, long enough for the trigram index. */
const PART_OF_HOST = /^[a-z0-9.-]{3,}$/i;

const EXCLUDES = /(?:^|\s)-/;

function keyset(list: string, type: 'integer' | 'text'): Keyset<Found> {
  return {
    list,
    key: [
      { sql: 'place', type },
      { sql: 'dataset_id', type: 'integer' },
      { sql: 'ordinal', type: 'bigint' },
    ],
    direction: 'ASC',
    keyOf: ({ place, dataset_id, ordinal }) => [String(place), String(dataset_id), ordinal],
  };
}

const BY_WORDS = keyset('entries by words', 'integer');
const BY_LIKENESS = keyset('entries by likeness', 'integer');
const BY_ADDRESS = keyset('entries by address', 'text');
const BY_HOST = keyset('entries by host', 'text');

/**
 * Entries that meet every condition of the search. With words: the best matches first, or, when no row holds them, the
 * rows that are spelt most like them. Without: in the order of addresses, or of hosts below the host.
 */
export async function searchEntries(
  session: StoreSession,
  search: EntrySearch,
  page: PageRequest,
): Promise<Page<Entry>> {
  const { words } = search;
  if (words === undefined) return read(session, search, page, placeOrder(search));
  if (page.after !== undefined) {
    const [list] = cursorParts(page.after);
    return read(session, search, page, list === BY_LIKENESS.list ? likeness(words) : fullText(words));
  }
  const found = await read(session, search, page, fullText(words));
  if (found.rows.length > 0 || EXCLUDES.test(words)) return found;
  return read(session, search, page, likeness(words));
}

function fullText(words: string): Way {
  const asked = words.trim();
  const inHost = PART_OF_HOST.test(asked);
  return {
    keyset: BY_WORDS,
    place: RANK,
    condition: () =>
      inHost
        ? { sql: `((${FULL_TEXT}) OR host LIKE $2)`, values: [asked, `%${asked.toLowerCase()}%`] }
        : { sql: FULL_TEXT, values: [asked] },
  };
}

function likeness(words: string): Way {
  return {
    keyset: BY_LIKENESS,
    place: LIKENESS,
    condition: () => ({ sql: SIMILAR, values: [words.trim()] }),
  };
}

function placeOrder({ host, urlPrefix }: EntrySearch): Way {
  if (urlPrefix !== undefined) {
    return { keyset: BY_ADDRESS, place: ADDRESS_KEY, condition: () => addressesFrom(urlPrefix, 1) };
  }
  if (host !== undefined) {
    return { keyset: BY_HOST, place: HOST_KEY, condition: () => hostsUnder(host, 1) };
  }
  throw new Error('A search needs words, a host or the start of an address.');
}

async function read(
  session: StoreSession,
  search: EntrySearch,
  page: PageRequest,
  way: Way,
): Promise<Page<Entry>> {
  const conditions: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: Condition): void => {
    conditions.push(condition.sql);
    parameters.push(...condition.values);
  };
  add(way.condition(1));
  if (search.host !== undefined && way.keyset !== BY_HOST) {
    add(hostsUnder(search.host, parameters.length + 1));
  }
  if (search.urlPrefix !== undefined && way.keyset !== BY_ADDRESS) {
    add(addressesFrom(search.urlPrefix, parameters.length + 1));
  }
  if (search.datasetId !== undefined) {
    add({ sql: `dataset_id = $${parameters.length + 1}`, values: [search.datasetId] });
  }
  const found = await readPage(way.keyset, page, parameters, (sql) =>
    session.transaction(async (transaction) => {
      await transaction.execute(SETTINGS);
      return transaction.query<Found>(
        `SELECT * FROM (
           SELECT ${way.place} AS place, dataset_id, ordinal, ${ENTRY_COLUMNS.join(', ')}
           FROM entries WHERE ${conditions.join(' AND ')}
         ) AS found
         WHERE ${sql.after} ${sql.tail}`,
        sql.parameters,
      );
    }),
  );
  return { ...found, rows: found.rows.map(({ cursor, row }) => ({ cursor, row: entryOf(row) })) };
}
