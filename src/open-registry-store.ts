import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseLost, RestoreUnfinished } from './app/backup/database-lost.js';
import { keptBackups } from './backup-files/kept-backups.js';
import type { Config } from './config.js';
import { backupsFolder, restoringFolder } from './data-folder/backup-paths.js';
import { type OpenStore, openStore } from './store/open-store.js';

/**
 * Opens the database that is configured. The caller holds the data folder's lock.
 * @throws DatabaseLost, RestoreUnfinished, DatabaseUnsuitable
 */
export async function openRegistryStore(config: Config): Promise<OpenStore> {
  const { database } = config;
  if (database.kind === 'postgres') {
    return openStore(
      { databaseUrl: database.url.reveal() },
      { longestSearchMs: config.searchSeconds * 1_000 },
    );
  }
  const { dataDir } = database;
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await refuseLost(dataDir, backupsFolder(config.dataDir));
  return openStore({ dataDir });
}

async function refuseLost(dataDir: string, backups: string): Promise<void> {
  if (existsSync(restoringFolder(dataDir))) throw new RestoreUnfinished(restoringFolder(dataDir));
  const kept = await keptBackups(backups, () => new Date()).list();
  if (kept.length > 0) throw new DatabaseLost(dataDir, backups);
}
