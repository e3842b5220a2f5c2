import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { vector } from '@electric-sql/pglite-pgvector';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { DatabaseUnsuitable } from './database-unsuitable.js';
import { DurableFolder } from './durable-folder.js';
import { guardLog, refuseGuarded, restoreGuarded, syncControl, wasClosed } from './guard-log.js';
import { registryDataSource } from './registry-data-source.js';
import { scrubFiles } from './scrub-files.js';
import type { StoreDatabase } from './store-database.js';
import { syncFolder } from './sync-folder.js';
import { tendTables } from './tend-tables.js';

export interface PgliteOptions {
  /** Folder of the database; absent: in memory. */
  readonly dataDir?: string;
  /** A dumped data folder to begin from; only in memory. */
  readonly dump?: Blob;
  /** How long a caller waits for the one session, in milliseconds. */
  readonly leaseTimeoutMs?: number;
}

const LEASE_TIMEOUT_MS = 60_000;

/**
 * The embedded database. It takes no lock of its own: whoever opens a folder must hold the folder's lock.
 * @throws DatabaseUnsuitable when the folder holds no database that can be opened
 */
export async function openPglite(options: PgliteOptions): Promise<StoreDatabase & { readonly lite: PGlite }> {
  const { dataDir } = options;
  const create = () => PGlite.create(engineOptions(options));
  const lite = await (dataDir === undefined ? create() : openFolder(dataDir, create));
  const dataSource = dataSourceOver(lite, dataDir, options.leaseTimeoutMs);
  await dataSource.initialize();
  const folder = dataDir === undefined ? undefined : durableFolder(dataDir, dataSource);
  return {
    kind: 'pglite',
    lite,
    dataSource,
    assertWritable: () => folder?.assertWritable(),
    settle: () => folder?.settle(),
    tend: () => tendTables(dataSource),
    scrub: () => scrubFiles(dataSource, folder),
    async copyIn(_client, target, format, chunks) {
      const blob = new Blob([...chunks] as Uint8Array<ArrayBuffer>[]);
      await lite.query(`COPY ${target} FROM '/dev/blob' WITH (FORMAT ${format})`, [], { blob });
    },
    async copyOut(_client, query) {
      const { blob } = await lite.query(`COPY (${query}) TO '/dev/blob'`);
      return blob === undefined ? new Uint8Array() : new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** Closing waits until nothing is under way that drops the log. */
function durableFolder(dataDir: string, dataSource: DataSource): DurableFolder {
  const folder = new DurableFolder(dataDir, dataSource);
  const close = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await folder.settled();
    await close();
  };
  return folder;
}

/** The data source alone, not connected, for TypeORM's command line. */
export function pgliteDataSource(dataDir: string): DataSource {
  refuseGuarded(dataDir);
  return dataSourceOver(new PGlite(engineOptions({ dataDir })), dataDir);
}

/**
 * Opening recovers what was not closed, and ends that with a checkpoint; a new database is written without one sync. Of one
 * that was closed the mark that it is open again has to be durable: without it the next start would look at no log.
 */
async function openFolder(dataDir: string, create: () => Promise<PGlite>): Promise<PGlite> {
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    const lite = await create();
    await syncFolder(dataDir);
    return lite;
  }
  try {
    await restoreGuarded(dataDir);
    if (!(await wasClosed(dataDir))) return await guardLog(dataDir, create);
    const lite = await create();
    await syncControl(dataDir);
    return lite;
  } catch (error) {
    throw cannotOpen(dataDir, error);
  }
}

function cannotOpen(dataDir: string, error: unknown): DatabaseUnsuitable {
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseUnsuitable(
    'DAMAGED',
    `The embedded database in ${dataDir} cannot be opened (${reason}). ` +
      'Look at the disk first. Then put this folder aside, keeping it, and rebuild it with "assent restore": docs/operations.md.',
    { cause: error },
  );
}

/** Destroying it closes PGlite too, which would else keep the process from ending; closing ends with a checkpoint. */
function dataSourceOver(
  lite: PGlite,
  dataDir: string | undefined,
  leaseTimeoutMs = LEASE_TIMEOUT_MS,
): DataSource {
  const dataSource = registryDataSource(singleSession(lite, leaseTimeoutMs));
  const disconnect = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await disconnect();
    try {
      if (dataDir !== undefined) await guardLog(dataDir, () => lite.close());
    } finally {
      if (!lite.closed) await lite.close();
    }
  };
  return dataSource;
}

const SETTINGS = [
  // A segment of the write-ahead log that is used again keeps what it held, erased rows too, until it is written over.
  'wal_recycle=off',
  // Its timer outlives a database that cannot be recovered, and would keep the process from ending.
  'log_startup_progress_interval=0',
];

/** What was loaded from a dump is small, and in memory already: the usual cache of 128 MB in front of it would only have to be cleared. */
const SETTINGS_OF_DUMP = ['shared_buffers=16MB'];

function engineOptions({ dataDir, dump }: PgliteOptions): PGliteOptions {
  const settings = [...SETTINGS, ...(dump === undefined ? [] : SETTINGS_OF_DUMP)];
  return {
    extensions: { vector, pg_trgm, unaccent },
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
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
