import type { NearEntry, NearestMethod, NearestQuestion } from '../../app/ports/embeddings.js';
import { ENTRY_COLUMNS, entryOf, type EntrySqlRow } from '../entry-columns.js';
import type { StoreSession } from '../store-session.js';
import { halfVector } from './half-vector.js';
import { mostComparedRows, nearestMethod } from './nearest-way.js';
import { comparingStatement, countingStatement, followingStatement } from './nearest-statements.js';
import { vectorIndex } from './vector-index.js';

interface SearchedDataset {
  readonly dataset_id: number;
  readonly vectors_held: string;
  readonly is_indexed: boolean;
}

type NearRow = EntrySqlRow & { readonly distance: number };

// The index gives neighbours in their order and is followed until enough of them meet the filter; any other join or sort
// would read all of them first. `strict_order` never gives a nearer one after a farther.
const FOLLOWING = {
  enable_seqscan: 'off',
  enable_sort: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  'hnsw.iterative_scan': 'strict_order',
};

// Few rows meet the filter: each is looked up by its key, which without statistics the planner would not think of.
const PICKING = { enable_seqscan: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off' };

/** The widest search that pgvector allows. */
const WIDEST = 1_000;
const NARROWEST = 100;

/** Each dataset is searched by itself, in the way that is cheapest for it, and the answers are put together. */
export async function nearestEntries(session: StoreSession, question: NearestQuestion): Promise<NearEntry[]> {
  const datasets = await session.query<SearchedDataset>(
    `SELECT dataset_id, vectors_held,
            to_regclass(format('embeddings_%s_near_%s', dataset_id, model_id)) IS NOT NULL AS is_indexed
       FROM dataset_embeddings JOIN datasets ON datasets.id = dataset_id
      WHERE model_id = $1 AND dataset_id = ANY ($2::integer[]) AND is_open AND vectors_held > 0
      ORDER BY dataset_id`,
    [question.model.id, question.datasetIds],
  );
  const found: NearEntry[] = [];
  for (const dataset of datasets) found.push(...(await searchDataset(session, question, dataset)));
  return found
    .sort(
      (one, other) => other.similarity - one.similarity || Number(one.entry.ordinal - other.entry.ordinal),
    )
    .slice(0, question.limit);
}

async function searchDataset(
  session: StoreSession,
  question: NearestQuestion,
  { dataset_id: datasetId, vectors_held, is_indexed: isIndexed }: SearchedDataset,
): Promise<NearEntry[]> {
  const situation = { held: Number(vectors_held), isIndexed, limit: question.limit };
  const most = mostComparedRows(situation);
  const matching = isIndexed ? await countMatching(session, question, datasetId, most + 1) : undefined;
  if (nearestMethod(situation, matching) === 'exact') {
    return compare(session, question, datasetId, matching !== undefined);
  }
  const found = await follow(session, question, datasetId, situation.held);
  // An index can lead past rows that it does not link; where that leaves too few, nothing is left to it.
  return found.length < Math.min(question.limit, matching ?? situation.held)
    ? compare(session, question, datasetId, false)
    : found;
}

/** How many rows meet a filter that may leave few; undefined where it leaves nearly all. */
async function countMatching(
  session: StoreSession,
  question: NearestQuestion,
  datasetId: number,
  limit: number,
): Promise<number | undefined> {
  const statement = countingStatement(question, datasetId);
  if (!statement) return undefined;
  const [row] = await session.search({}, (searching) =>
    searching.query<{ matching: number }>(statement.sql, [...statement.values, limit]),
  );
  return row?.matching ?? 0;
}

/** @param isNarrow whether few rows meet the filter, as was counted */
async function compare(
  session: StoreSession,
  question: NearestQuestion,
  datasetId: number,
  isNarrow: boolean,
): Promise<NearEntry[]> {
  const { name, sql, values } = comparingStatement(question, datasetId, ENTRY_COLUMNS, isNarrow);
  const parameters = [halfVector(question.vector), question.limit, ...values];
  const rows = await session.search(isNarrow ? PICKING : {}, (searching) =>
    searching.queryPrepared<NearRow>(name, sql, parameters),
  );
  return rows.map((row) => nearEntry(row, 'exact'));
}

async function follow(
  session: StoreSession,
  question: NearestQuestion,
  datasetId: number,
  held: number,
): Promise<NearEntry[]> {
  const { limit } = question;
  const width = Math.min(WIDEST, Math.max(NARROWEST, limit * 2));
  const statement = followingStatement(
    question,
    datasetId,
    ENTRY_COLUMNS,
    vectorIndex(datasetId, question.model),
  );
  const settings = { ...FOLLOWING, 'hnsw.ef_search': String(width), 'hnsw.max_scan_tuples': String(held) };
  return session.search(settings, async (searching) => {
    const rows = await searching.queryPrepared<NearRow>(statement.name, statement.sql, [
      halfVector(question.vector),
      limit,
      ...statement.values,
    ]);
    return rows.map((row) => nearEntry(row, 'index'));
  });
}

function nearEntry({ distance, ...row }: NearRow, method: NearestMethod): NearEntry {
  return { entry: entryOf(row), similarity: 1 - distance, method };
}
