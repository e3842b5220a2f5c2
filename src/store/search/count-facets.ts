import { EXACT_HITS, type EntrySearch, type Facets, type FoundBy } from '../../app/ports/catalogue.js';
import { partitionOf } from '../partitions.js';
import type { StoreSession } from '../store-session.js';
import { FACET_COLUMNS, FACET_GROUPING, FACET_GROUPS, type FacetGroup, facetsOf } from './facet-groups.js';
import { Parameters } from './parameters.js';
import { SEARCH_SETTINGS } from './search-entries.js';
import { type SearchWay, searchWay } from './search-way.js';

/** Also in which block of the table the last row of the group lies. */
interface Group extends FacetGroup {
  readonly last_block: number;
}

/**
 * Counts over what a search finds. Of each dataset at most `EXACT_HITS` rows and one are read; where there are more, its counts
 * are those of the rows read, raised to what the whole table would have. An index over words gives rows in the order in which
 * they lie, so that the part of the table that was read tells that; of ranges of an index the planner knows it.
 */
export async function countFacets(
  session: StoreSession,
  search: EntrySearch,
  foundBy: FoundBy,
  datasetIds: readonly number[],
): Promise<Facets> {
  const way = await searchWay(session, search, foundBy);
  if (!way) return { hits: 0, areEstimates: false, datasets: [], hosts: [], sizes: [], aesthetic: [] };
  return session.transaction(async (transaction) => {
    await transaction.execute(SEARCH_SETTINGS);
    const groups = await counted(transaction, way, datasetIds);
    const factors = new Map<number, number>();
    for (const { dataset_id, kind, count, last_block } of groups) {
      if (kind === 'all' && count > EXACT_HITS) {
        const rows = way.readsInOrder
          ? (count * (await blocksOf(transaction, dataset_id))) / (last_block + 1)
          : await expectedRows(transaction, way, dataset_id);
        factors.set(dataset_id, Math.max(1, rows / count));
      }
    }
    return facetsOf(groups, factors);
  });
}

function counted(session: StoreSession, way: SearchWay, datasetIds: readonly number[]): Promise<Group[]> {
  const parameters = new Parameters();
  const conditions = parameters.all([...way.conditions, ...way.rechecks]);
  return session.query<Group>(
    `
    SELECT ${FACET_GROUPS}, max(block)::integer AS last_block
      FROM unnest(${parameters.add(datasetIds)}::integer[]) AS asked (id),
           LATERAL (
             SELECT ${FACET_COLUMNS}, (ctid::text::point)[0] AS block
               FROM entries WHERE dataset_id = asked.id AND ${conditions}
              LIMIT ${EXACT_HITS + 1}
           ) AS hits
     ${FACET_GROUPING}`,
    parameters.values,
  );
}

/** How many blocks a dataset's table has. */
async function blocksOf(session: StoreSession, datasetId: number): Promise<number> {
  const [row] = await session.query<{ blocks: number }>(
    `SELECT (pg_relation_size($1::regclass) / current_setting('block_size')::integer)::integer AS blocks`,
    [partitionOf('entries', datasetId)],
  );
  return row?.blocks ?? 0;
}

/** At least what was seen: the planner may know less. */
async function expectedRows(session: StoreSession, way: SearchWay, datasetId: number): Promise<number> {
  const parameters = new Parameters();
  const conditions = parameters.all(way.conditions);
  const [row] = await session.query<{ 'QUERY PLAN': readonly [{ Plan: { 'Plan Rows': number } }] | string }>(
    `EXPLAIN (FORMAT JSON) SELECT FROM entries WHERE dataset_id = ${parameters.add(datasetId)}::integer AND ${conditions}`,
    parameters.values,
  );
  const explained = row?.['QUERY PLAN'];
  const plan =
    typeof explained === 'string' ? (JSON.parse(explained) as Exclude<typeof explained, string>) : explained;
  return Math.max(EXACT_HITS + 1, plan?.[0].Plan['Plan Rows'] ?? 0);
}
