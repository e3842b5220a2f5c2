import type { DataSource } from 'typeorm';
import type { DurableFolder } from './durable-folder.js';
import { ERASED_TABLES } from './erased-tables.js';

/** Of their columns, and of what their indexes compute. Counting a table anew leaves those of an empty one as they were. */
const FORGET_STATISTICS = `
  SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited) FROM pg_stats
  WHERE schemaname = current_schema() AND tablename IN (
    SELECT unnest($1::text[])
    UNION
    SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY ($1)
  )`;

/**
 * Takes deleted rows out of the files of an embedded database: out of the pages of tables and indexes, which are written
 * anew, and out of the write-ahead log, which begins anew behind a checkpoint.
 * @param folder absent: in memory
 */
export async function scrubFiles(
  dataSource: DataSource,
  folder: Pick<DurableFolder, 'dropOldWal'> | undefined,
): Promise<void> {
  // Statistics hold values of rows.
  await dataSource.query(FORGET_STATISTICS, [ERASED_TABLES]);
  for (const table of ERASED_TABLES) await dataSource.query(`VACUUM (FULL, ANALYZE) ${table}`);
  await dataSource.query('VACUUM (FULL) pg_statistic');
  await folder?.dropOldWal();
}
