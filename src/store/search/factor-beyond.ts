import { EXACT_HITS } from '../../app/ports/catalogue.js';
import { partitionOf } from '../partitions.js';
import type { StoreSession } from '../store-session.js';
import { Parameters } from './parameters.js';
import type { SearchWay } from './search-way.js';

/**
 * How many times the rows that were read a search finds in a dataset, where reading stopped before its end. An index over words
 * gives rows in the order in which they lie, so that the part of the table that was read tells that; of ranges of an index the
 * planner knows it.
 * @param read rows that were read
 * @param lastBlock block of the table that the last of them lies in
 * @returns at least 1
 */
export async function factorBeyond(
  session: StoreSession,
  way: SearchWay,
  datasetId: number,
  read: number,
  lastBlock: number,
): Promise<number> {
  const rows = way.readsInOrder
    ? (read * (await blocksOf(session, datasetId))) / (lastBlock + 1)
    : await expectedRows(session, way, datasetId);
  return Math.max(1, rows / read);
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
