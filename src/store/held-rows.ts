import { type Partitioned, partitionOf } from './partitions.js';
import { toSignedKey } from './row-values.js';
import type { StoreSession } from './store-session.js';

/** What a row is known by within its dataset. */
export interface RowKey {
  readonly urlKey: bigint;
  readonly rowId: Uint8Array;
}

// One look into the key's index for each row asked. Without statistics the planner would read the table, or all of the index.
const BY_INDEX = `
  SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
         set_config('enable_mergejoin', 'off', true)`;

const AS_BEFORE = `
  SELECT set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
         set_config('enable_mergejoin', 'on', true)`;

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
    `SELECT asked.place::integer AS place
       FROM unnest($1::bigint[], $2::bytea[]) WITH ORDINALITY AS asked (url_key, row_id, place)
      WHERE EXISTS (
        SELECT FROM ${partitionOf(table, datasetId)} AS held
         WHERE held.url_key = asked.url_key AND held.row_id = asked.row_id AND held.dataset_id = $3 AND ${condition}
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
