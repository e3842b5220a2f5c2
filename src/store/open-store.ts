import type { DataSource } from 'typeorm';
import type { LoadTarget } from '../app/ports/load-target.js';
import type { RegistryStore } from '../app/ports/registry-store.js';
import { bindStores } from './bind-stores.js';
import { loadTarget } from './load-target.js';
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

export interface StoreLimits {
  /** How long a statement of a search may run, in milliseconds; 0, as without it: as long as it takes. */
  readonly longestSearchMs?: number;
}

export interface OpenStore extends RegistryStore {
  readonly kind: StoreDatabase['kind'];
  readonly dataSource: DataSource;
  /**
   * Brings the tables up to date; answers the names of the migrations that were run.
   * @param only those of these names; undefined: all
   */
  migrate(only?: readonly string[]): Promise<string[]>;
  /** Runs `work` in one transaction, into which a backup can be put back. */
  load<T>(work: (target: LoadTarget) => Promise<T>): Promise<T>;
  /** @param finish done after the database was cleaned, and before the erasures count as finished */
  scrub(finish?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the registry's database. Tables are made and changed by `migrate()` only.
 * @throws DatabaseUnsuitable when the database cannot hold the registry, or was migrated by a later release
 */
export async function openStore(
  location: StoreLocation,
  { longestSearchMs = 0 }: StoreLimits = {},
): Promise<OpenStore> {
  const database = await openDatabase(location);
  try {
    await refuseNewer(database.dataSource);
  } catch (error) {
    await database.dataSource.destroy();
    throw error;
  }
  const session = StoreSession.over(database, longestSearchMs);
  return {
    ...bindStores(session),
    kind: database.kind,
    dataSource: database.dataSource,
    transact: (work) => session.transaction((transaction) => work(bindStores(transaction))),
    snapshot: (work) => session.snapshot((transaction) => work(bindStores(transaction))),
    load: (work) => session.transaction(async (transaction) => work(await loadTarget(transaction))),
    transactEach: (works) => transactEach(session, works),
    tend: async () => database.tend?.(),
    scrub: createScrubber(database, session),
    migrate: (only) => migrate(database.dataSource, only),
    close: () => database.dataSource.destroy(),
  };
}

function openDatabase(location: StoreLocation): Promise<StoreDatabase> {
  if ('databaseUrl' in location) return openPostgres(location.databaseUrl);
  return openPglite(location);
}
