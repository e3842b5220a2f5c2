import { constants, existsSync } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './sync-folder.js';
import { syncPath } from './sync-path.js';

/** Where the write-ahead log is kept while something drops it. */
const GUARD = 'assent_guard';
const DRAFT = `${GUARD}.new`;
/** Which checkpoint the database begins from, and whether it was closed (pg_control.h, ControlFileData). */
const CONTROL = join('global', 'pg_control');
const LOG = 'pg_wal';
const SEGMENT = /^[0-9A-F]{24}$/;

type SyncFolder = (folder: string) => Promise<void>;

/**
 * Does what makes an embedded database write a checkpoint and drop the log before it. The database syncs nothing itself, so
 * that a loss of power could take the pages which were written, and with them everything that only the dropped log still
 * held. Until every page is durable, the log is kept by a second name together with the file that says where to begin, and
 * `restoreGuarded` puts both back.
 * @param dataDir the database's folder
 * @param sync makes a folder durable
 */
export async function guardLog<T>(
  dataDir: string,
  work: () => Promise<T>,
  sync: SyncFolder = syncFolder,
): Promise<T> {
  await keep(dataDir, sync);
  const result = await work();
  await sync(dataDir);
  await drop(dataDir);
  return result;
}

/** Puts back what `guardLog` kept, where it did not come to its end. To be done before the database is opened. */
export async function restoreGuarded(dataDir: string): Promise<void> {
  const guard = join(dataDir, GUARD);
  await rm(join(dataDir, DRAFT), { recursive: true, force: true });
  if (!existsSync(guard)) return;
  for (const name of await segmentsIn(guard)) {
    await link(join(guard, name), join(dataDir, LOG, name)).catch(unlessThere);
  }
  await syncFolder(join(dataDir, LOG));
  await copyFile(join(guard, 'pg_control'), join(dataDir, CONTROL));
  await syncControl(dataDir);
  await drop(dataDir);
}

/** For whoever cannot put it back. Throws when `guardLog` did not come to its end. */
export function refuseGuarded(dataDir: string): void {
  if (!existsSync(join(dataDir, GUARD))) return;
  throw new Error(
    `The database in ${dataDir} was not closed to the end. Run "assent migrate" once, then this.`,
  );
}

const STATE_OFFSET = 16;
const SHUT_DOWN = 1;

/** Whether a database was closed, and so needs no recovery, at whose end there is a checkpoint. */
export async function wasClosed(dataDir: string): Promise<boolean> {
  const control = await open(join(dataDir, CONTROL), 'r');
  try {
    const { buffer } = await control.read(Buffer.alloc(4), 0, 4, STATE_OFFSET);
    return buffer.readUInt32LE(0) === SHUT_DOWN;
  } finally {
    await control.close();
  }
}

/** Makes durable whether a database is open, and from which checkpoint it would begin. */
export function syncControl(dataDir: string): Promise<void> {
  return syncPath(join(dataDir, CONTROL), constants.O_RDWR);
}

/**
 * Complete or not there: it gets its name once everything in it is durable. Where an earlier one did not come to its end,
 * the log is still to begin where that one began, and only what came since is added.
 */
async function keep(dataDir: string, sync: SyncFolder): Promise<void> {
  const guard = join(dataDir, GUARD);
  if (existsSync(guard)) {
    await linkSegments(dataDir, guard);
    await sync(guard);
    return;
  }
  const draft = join(dataDir, DRAFT);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await linkSegments(dataDir, draft);
  await copyFile(join(dataDir, CONTROL), join(draft, 'pg_control'));
  await sync(draft);
  await rename(draft, guard);
  await syncPath(dataDir, constants.O_RDONLY);
}

async function linkSegments(dataDir: string, guard: string): Promise<void> {
  for (const name of await segmentsIn(join(dataDir, LOG))) {
    await link(join(dataDir, LOG, name), join(guard, name)).catch(unlessThere);
  }
}

async function drop(dataDir: string): Promise<void> {
  await rename(join(dataDir, GUARD), join(dataDir, DRAFT));
  await syncPath(dataDir, constants.O_RDONLY);
  await rm(join(dataDir, DRAFT), { recursive: true });
  await syncPath(dataDir, constants.O_RDONLY);
}

async function segmentsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => SEGMENT.test(name));
}

function unlessThere(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}
