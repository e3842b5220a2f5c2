import type { DataSource } from 'typeorm';
import type { DurableFolder } from './durable-folder.js';
import { ERASED_TABLES } from './erased-tables.js';

const STATISTICS =
  'SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = ANY ($1) LIMIT 1';

/**
 * Takes deleted rows out of the files of an embedded database: out of the pages of tables and indexes, which are written
 * anew, and out of the write-ahead log, which begins anew behind a checkpoint.
 * @param folder absent: in memory
 */
export async function scrubFiles(
  dataSource: DataSource,
  folder: Pick<DurableFolder, 'dropOldWal'> | undefined,
): Promise<void> {
  // They hold values of rows. Where nobody had them made there are none, and none are made here: they would grow stale.
  const hasStatistics = (await dataSource.query<object[]>(STATISTICS, [ERASED_TABLES])).length > 0;
  const how = hasStatistics ? 'FULL, ANALYZE' : 'FULL';
  for (const table of ERASED_TABLES) await dataSource.query(`VACUUM (${how}) ${table}`);
  if (hasStatistics) await dataSource.query('VACUUM (FULL) pg_statistic');
  await folder?.dropOldWal();
}
