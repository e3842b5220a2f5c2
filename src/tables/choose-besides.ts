import { RowMask } from '../core/check/row-mask.js';
import type { TableFile } from './table-file.js';
import { UnreadableTable } from './unreadable-table.js';

/**
 * Which rows of the Parquet file beside a shard stay when only some of the shard do: those of pictures that stay, found by their
 * keys, and those of the chosen ones among the pictures that could not be fetched, which stand in order.
 * @param isChosen told the number of a row among those without a picture, from 0
 */
export async function chooseBesides(
  table: TableFile,
  keys: ReadonlySet<string>,
  isChosen: (failed: number) => boolean,
): Promise<RowMask> {
  if (!table.columns.includes('key')) {
    throw new UnreadableTable(table.path, 'it has no column key, which says whose picture a row is about.');
  }
  const rows = new RowMask(table.rowCount);
  let row = 0;
  let failed = 0;
  for await (const batch of table.batches(['status', 'key'])) {
    for (const [status, key] of batch) {
      const isFailed = status !== 'success';
      if (isFailed ? isChosen(failed) : keys.has(String(key))) rows.choose(row);
      if (isFailed) failed += 1;
      row += 1;
    }
  }
  return rows;
}
