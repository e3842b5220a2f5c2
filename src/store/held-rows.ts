import type { Partitioned } from './partitioned-tables.js';
import { partitionOf } from './partitions.js';
import { toSignedKey } from './row-values.js';
import type { StoreSession } from './store-session.js';

/** What a row is known by within its dataset. */
export interface RowKey {
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
}

// A table that was never analysed looks so small to the planner that it would be read for each row asked.
const BY_INDEX = `SELECT set_config('enable_seqscan', 'off', true)`;
const AS_BEFORE = `SELECT set_config('enable_seqscan', 'on', true)`;

/** Those of the rows, each once, that a dataset does not hold. @param condition narrows what counts as held */
export async function notHeld<R extends RowKey>(
  session: StoreSession,
  table: Partitioned,
  datasetId: number,
  rows: readonly R[],
  condition = 'true',
): Promise<R[]> {
  const once = [...new Map(rows.map((row) => [nameOf(row), row] as const).reverse()).values()].reverse();
  await session.query(BY_INDEX);
  const held = await session.query<{ place: number }>(
    // A value, not EXISTS: that would become a join, for which the planner may read all of the index for each row asked.
    `SELECT asked.place::integer AS place
       FROM unnest($1::bigint[], $2::bytea[]) WITH ORDINALITY AS asked (url_key, row_id, place)
      WHERE (
        SELECT true FROM ${partitionOf(table, datasetId)} AS held
         WHERE held.dataset_id = $3 AND held.url_key = asked.url_key AND held.row_id = asked.row_id AND ${condition}
         LIMIT 1
      )`,
    [
      once.map(({ urlKey }) => toSignedKey(urlKey).toString()),
      once.map(({ rowId }) => Buffer.from(rowId)),
      datasetId,
    ],
  );
  await session.query(AS_BEFORE);
  const places = new Set(held.map(({ place }) => place));
  return once.filter((_, at) => !places.has(at + 1));
}

function nameOf({ urlKey, rowId }: RowKey): string {
  return `${urlKey}:${Buffer.from(rowId.buffer, rowId.byteOffset, rowId.length).toString('latin1')}`;
}
