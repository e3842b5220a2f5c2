import {
  EXACT_HITS,
  type EntrySearch,
  type FacetCount,
  type Facets,
  type FoundBy,
} from '../../app/ports/catalogue.js';
import { SIZE_CLASSES } from '../../core/search/size-class.js';
import { partitionOf } from '../partitions.js';
import type { StoreSession } from '../store-session.js';
import { LONGER_EDGE } from './filter-conditions.js';
import { Parameters } from './parameters.js';
import { SEARCH_SETTINGS } from './search-entries.js';
import { type SearchWay, searchWay } from './search-way.js';

const MOST_HOSTS = 20;

const SIZE_CLASS = `CASE ${SIZE_CLASSES.toReversed()
  .map(({ name, from }) => `WHEN ${LONGER_EDGE} >= ${from} THEN '${name}'`)
  .join(' ')} END`;

/** Scores are from 0 to 10; what lies outside counts at the end. */
const AESTHETIC = 'CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END';

interface Group {
  readonly dataset_id: number;
  readonly kind: 'all' | 'host' | 'size' | 'aesthetic';
  readonly value: string | null;
  readonly count: number;
  /** The last block of the table that a row of the group lies in. */
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
    SELECT dataset_id,
           CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
           CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
           count(*)::integer AS count, max(block)::integer AS last_block
      FROM unnest(${parameters.add(datasetIds)}::integer[]) AS asked (id),
           LATERAL (
             SELECT dataset_id, (ctid::text::point)[0] AS block, host, ${SIZE_CLASS} AS size, ${AESTHETIC} AS score
               FROM entries WHERE dataset_id = asked.id AND ${conditions}
              LIMIT ${EXACT_HITS + 1}
           ) AS hits
     GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score))`,
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

function facetsOf(groups: readonly Group[], factors: ReadonlyMap<number, number>): Facets {
  const scaled = groups.map((group) => ({
    ...group,
    count: group.count * (factors.get(group.dataset_id) ?? 1),
  }));
  const of = (kind: Group['kind']) => scaled.filter((group) => group.kind === kind);
  const datasets = of('all').map(({ dataset_id, count }) => ({
    value: dataset_id,
    count: Math.round(count),
  }));
  const scores = summed(of('aesthetic')).map(({ value, count }) => ({
    value: value === null ? undefined : Number(value),
    count,
  }));
  const sizes = summed(of('size'));
  const hosts = summed(of('host')).map(({ value, count }) => ({ value: value ?? '', count }));
  return {
    hits: datasets.reduce((sum, { count }) => sum + count, 0),
    areEstimates: factors.size > 0,
    datasets: datasets.sort(greatestFirst),
    hosts: hosts.sort(greatestFirst).slice(0, MOST_HOSTS),
    sizes: [...SIZE_CLASSES.map(({ name }) => name), undefined].flatMap((name) => {
      const found = sizes.find(({ value }) => (value ?? undefined) === name);
      return found ? [{ value: name, count: found.count }] : [];
    }),
    aesthetic: scores.sort((a, b) => (a.value ?? 10) - (b.value ?? 10)),
  };
}

/** The groups of several datasets put together. */
function summed(groups: readonly Group[]): { value: string | null; count: number }[] {
  const sums = new Map<string | null, number>();
  for (const { value, count } of groups) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums].map(([value, count]) => ({ value, count: Math.round(count) }));
}

function greatestFirst(a: FacetCount<unknown>, b: FacetCount<unknown>): number {
  return b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1);
}
