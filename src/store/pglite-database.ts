import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { vector } from '@electric-sql/pglite-pgvector';
import type { PoolConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { registryDataSource } from './registry-data-source.js';
import { scrubFiles } from './scrub-files.js';
import type { StoreDatabase } from './store-database.js';
import { walSync } from './wal-sync.js';

export interface PgliteOptions {
  /** Folder of the database; absent: in memory. */
  readonly dataDir?: string;
  /** A dumped data folder to begin from; only in memory. */
  readonly dump?: Blob;
  /** How long a caller waits for the one session, in milliseconds. */
  readonly leaseTimeoutMs?: number;
}

const LEASE_TIMEOUT_MS = 60_000;

/** The embedded database. It takes no lock of its own: whoever opens a folder must hold the folder's lock. */
export async function openPglite(options: PgliteOptions): Promise<StoreDatabase & { readonly lite: PGlite }> {
  const lite = await PGlite.create(engineOptions(options));
  const dataSource = dataSourceOver(lite, options.leaseTimeoutMs);
  await dataSource.initialize();
  return {
    kind: 'pglite',
    lite,
    dataSource,
    settle: options.dataDir === undefined ? undefined : walSync(options.dataDir),
    scrub: () => scrubFiles(dataSource, options.dataDir),
    async copyText(_client, target, text) {
      await lite.query(`COPY ${target} FROM '/dev/blob'`, [], { blob: new Blob([...text]) });
    },
  };
}

/** The data source alone, not connected, for TypeORM's command line. */
export function pgliteDataSource(dataDir: string): DataSource {
  return dataSourceOver(new PGlite(engineOptions({ dataDir })));
}

/** Destroying it closes PGlite too, which would else keep the process from ending. */
function dataSourceOver(lite: PGlite, leaseTimeoutMs = LEASE_TIMEOUT_MS): DataSource {
  const dataSource = registryDataSource(singleSession(lite, leaseTimeoutMs));
  const disconnect = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await disconnect();
    await lite.close();
  };
  return dataSource;
}

/** A segment of the write-ahead log that is used again keeps what it held, erased rows too, until it is written over. */
function engineOptions({ dataDir, dump }: PgliteOptions): PGliteOptions {
  return {
    extensions: { vector, pg_trgm, unaccent },
    startParams: [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'],
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(dump === undefined ? {} : { loadDataDir: dump }),
  };
}

/** PGlite has one session. A pool of one lends it first come, first served, so that transactions cannot mix. */
function singleSession(lite: PGlite, leaseTimeoutMs: number): PoolConfig {
  return Object.assign(createPgConfig(lite), {
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: leaseTimeoutMs,
  });
}
