import type { DataSource } from 'typeorm';
import { guardLog } from './guard-log.js';

/**
 * Has the write-ahead log of an embedded database begin anew: what it holds is put into the pages, and these are made
 * durable, because the database never syncs them. Most of that is done while others can go on; for the rest nobody else has
 * the one session, since what was written meanwhile could move the log on.
 * @param dataDir the database's folder
 * @param sync makes a folder durable
 */
export async function dropOldWal(
  dataSource: DataSource,
  dataDir: string,
  sync: (folder: string) => Promise<void>,
): Promise<void> {
  await sync(dataDir);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await guardLog(
      dataDir,
      async () => {
        await runner.query('SELECT pg_switch_wal()');
        await runner.query('CHECKPOINT');
      },
      sync,
    );
  } finally {
    await runner.release();
  }
}
