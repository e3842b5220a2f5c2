import type { DataSource, QueryRunner } from 'typeorm';
import { ERASED_TABLES } from './erased-tables.js';
import { guardLog } from './guard-log.js';
import { syncFolder } from './sync-folder.js';

const STATISTICS =
  'SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = ANY ($1) LIMIT 1';

/**
 * Takes deleted rows out of the files of an embedded database: out of the pages of tables and indexes, which are written
 * anew, and out of the write-ahead log, which begins anew behind a checkpoint.
 * @param dataDir the database's folder; absent: in memory
 */
export async function scrubFiles(dataSource: DataSource, dataDir: string | undefined): Promise<void> {
  // They hold values of rows. Where nobody had them made there are none, and none are made here: they would grow stale.
  const hasStatistics = (await dataSource.query<object[]>(STATISTICS, [ERASED_TABLES])).length > 0;
  const how = hasStatistics ? 'FULL, ANALYZE' : 'FULL';
  for (const table of ERASED_TABLES) await dataSource.query(`VACUUM (${how}) ${table}`);
  if (hasStatistics) await dataSource.query('VACUUM (FULL) pg_statistic');
  if (dataDir === undefined) return;
  // Most of what has to be durable then becomes so while others can go on.
  await syncFolder(dataDir);
  const runner = dataSource.createQueryRunner();
  try {
    await dropOldLog(runner, dataDir);
  } finally {
    await runner.release();
  }
}

/** Holds the one session to its end: what is written meanwhile could move the log on. */
async function dropOldLog(runner: QueryRunner, dataDir: string): Promise<void> {
  await guardLog(dataDir, async () => {
    await runner.query('SELECT pg_switch_wal()');
    await runner.query('CHECKPOINT');
  });
}
