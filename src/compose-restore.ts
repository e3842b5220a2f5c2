import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { migrations } from '../migrations/index.js';
import { type InspectedBackup, inspectBackup } from './app/backup/inspect-backup.js';
import type { LoadParts } from './app/backup/load-backup.js';
import { RestoreRefused } from './app/backup/restore-refused.js';
import type { LoadTarget } from './app/ports/load-target.js';
import type { Config } from './config.js';
import { BackupDamaged } from './core/backup/backup-damaged.js';
import { restoringFolder } from './data-folder/backup-paths.js';
import { lockWhenFree } from './data-folder/lock-when-free.js';
import { Journal } from './journal/journal.js';
import { journalFolder } from './journal/journal-file.js';
import { verifyEd25519 } from './log-key/node-ed25519.js';
import { nodeSha256 } from './log-key/node-sha256.js';
import { type OpenStore, openStore } from './store/open-store.js';

/** How what was read is put into an empty store, within its transaction. */
export type Load = (
  target: LoadTarget,
  file: AsyncIterable<Uint8Array>,
  backup: InspectedBackup,
  parts: LoadParts,
) => Promise<void>;

export interface RestoreRequest {
  /** What the file is called. */
  readonly name: string;
  /** Gives the file from its beginning; it is read twice. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Looks at what was read, before anything is written. Throws `RestoreRefused`. */
  readonly accept?: (backup: InspectedBackup) => Promise<void>;
  readonly load: Load;
  readonly signal: AbortSignal;
}

/**
 * Puts a backup back into the configured store, which must be empty: all of it, or nothing. Everything that can be wrong with
 * the file is looked for before anything is written.
 * @throws BackupDamaged, RestoreRefused, TableUnknown, DatabaseUnsuitable, DataFolderBusy
 */
export async function restoreRegistry(config: Config, request: RestoreRequest): Promise<InspectedBackup> {
  try {
    return await restoreStore(config, request);
  } catch (error) {
    throw error instanceof BackupDamaged ? error.named(request.name) : error;
  }
}

async function restoreStore(config: Config, request: RestoreRequest): Promise<InspectedBackup> {
  const { database, dataDir } = config;
  if (database.kind === 'postgres') {
    const backup = await inspect(request);
    const store = await openStore({ databaseUrl: database.url.reveal() });
    await putBack(store, backup, request, undefined).finally(() => store.close());
    return backup;
  }
  const lock = await lockWhenFree(dataDir, 'command', { signal: request.signal });
  try {
    const backup = await inspect(request);
    await restoreFolder(database.dataDir, backup, request, join(dataDir, 'log', 'journal'));
    return backup;
  } finally {
    await lock.release();
  }
}

async function inspect({ read, accept }: RestoreRequest): Promise<InspectedBackup> {
  const known = migrations.map(({ name }) => name);
  const backup = await inspectBackup(read(), known, nodeSha256);
  await accept?.(backup);
  return backup;
}

/** The database gets its name once it is whole and durable; until then a start refuses, or finds nothing. */
async function restoreFolder(
  database: string,
  backup: InspectedBackup,
  request: RestoreRequest,
  journalPath: string,
): Promise<void> {
  await refuseFilled(database);
  const draft = restoringFolder(database);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const journal = existsSync(journalPath) ? await Journal.open(journalFolder(journalPath)) : undefined;
  try {
    const store = await openStore({ dataDir: draft });
    await putBack(store, backup, request, journal).finally(() => store.close());
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await journal?.close();
  }
  await rm(database, { recursive: true, force: true });
  await rename(draft, database);
  await syncNames(dirname(database));
}

async function putBack(
  store: OpenStore,
  backup: InspectedBackup,
  { read, load, signal }: RestoreRequest,
  journal: Journal | undefined,
): Promise<void> {
  await store.load(refuseOccupied);
  await store.migrate(backup.header.migrations);
  await refuseAhead(store, backup);
  const parts = { sha256: nodeSha256, verify: verifyEd25519, journal, signal };
  await store.load((target) => load(target, read(), backup, parts));
  await store.migrate();
}

/** Before the tables are touched: they may be another registry's. */
async function refuseOccupied(target: LoadTarget): Promise<void> {
  const tables = await target.occupied();
  if (tables.length > 0) throw notEmpty(`it holds rows (${tables.join(', ')})`);
}

async function refuseAhead(store: OpenStore, { header }: InspectedBackup): Promise<void> {
  const ahead = (await store.dump.migrations()).filter((name) => !header.migrations.includes(name));
  if (ahead.length > 0)
    throw notEmpty(`it has tables of a later release than the backup (${ahead.join(', ')})`);
}

/** An embedded database that was made and never used may be replaced. */
async function refuseFilled(database: string): Promise<void> {
  if (!existsSync(join(database, 'PG_VERSION'))) return;
  const store = await openStore({ dataDir: database });
  await store.load(refuseOccupied).finally(() => store.close());
}

function notEmpty(what: string): RestoreRefused {
  return new RestoreRefused(
    'store-not-empty',
    `A backup is put back into an empty store only, and this is none: ${what}. Nothing was changed. ` +
      'Name another folder in ASSENT_DATA or another database in DATABASE_URL, or put the folder "database" aside.',
  );
}

async function syncNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
