import type { DataSource } from 'typeorm';
import type { RegistryStore } from '../app/ports/registry-store.js';
import { bindStores } from './bind-stores.js';
import { migrate, refuseNewer } from './migrate.js';
import { openPglite } from './pglite-database.js';
import { openPostgres } from './postgres-database.js';
import { createScrubber } from './scrubber.js';
import type { StoreDatabase } from './store-database.js';
import { StoreSession } from './store-session.js';
import { transactEach } from './transact-each.js';

export type StoreLocation =
  | { readonly databaseUrl: string }
  /** The caller holds the folder's lock: the embedded database takes none. */
  | { readonly dataDir: string }
  | { readonly memory: true; readonly dump?: Blob };

export interface OpenStore extends RegistryStore {
  readonly kind: StoreDatabase['kind'];
  readonly dataSource: DataSource;
  /** Brings the tables up to date; answers the names of the migrations that were run. */
  migrate(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens the registry's database. Tables are made and changed by `migrate()` only.
 * @throws DatabaseUnsuitable when the database cannot hold the registry, or was migrated by a later release
 */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  const database = await openDatabase(location);
  try {
    await refuseNewer(database.dataSource);
  } catch (error) {
    await database.dataSource.destroy();
    throw error;
  }
  const session = StoreSession.over(database);
  return {
    ...bindStores(session),
    kind: database.kind,
    dataSource: database.dataSource,
    transact: (work) => session.transaction((transaction) => work(bindStores(transaction))),
    transactEach: (works) => transactEach(session, works),
    scrub: createScrubber(database, session),
    migrate: () => migrate(database.dataSource),
    close: () => database.dataSource.destroy(),
  };
}

function openDatabase(location: StoreLocation): Promise<StoreDatabase> {
  if ('databaseUrl' in location) return openPostgres(location.databaseUrl);
  return openPglite(location);
}
