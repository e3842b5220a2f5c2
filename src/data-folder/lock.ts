import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningProcess } from './running-process.js';

/** Removing a dead lock takes less; whoever waits for it looks again after this. */
const REMOVAL_MS = 5;

/** Who holds a data folder. */
export interface LockHolder {
  readonly pid: number;
  readonly start: string | undefined;
  /** A server can be asked to run commands; a command only be waited for. */
  readonly purpose: 'serve' | 'command';
  /** Where a server listens for commands. */
  readonly socket: string | undefined;
}

export class DataFolderBusy extends Error {
  override readonly name = 'DataFolderBusy';

  constructor(
    readonly folder: string,
    readonly holder: LockHolder,
  ) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} ` +
        `(${holder.purpose === 'serve' ? 'a running server' : 'a running command'}). ` +
        `Stop it, or set ASSENT_DATA to another folder.`,
    );
  }
}

export interface DataFolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. The embedded database takes no lock of its own, and two processes writing to one
 * folder destroy it. A lock whose process is gone is taken over.
 * @throws DataFolderBusy naming the holder's process id
 */
export async function lockDataFolder(
  folder: string,
  purpose: LockHolder['purpose'],
  socket?: string,
): Promise<DataFolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = lockPath(folder);
  const start = (await runningProcess(process.pid))?.start;
  const holder: LockHolder = { pid: process.pid, start, purpose, socket };
  const draft = join(folder, `.lock-${process.pid}-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    const present = await take(path, draft);
    if (present) throw new DataFolderBusy(folder, present);
  } finally {
    await unlink(draft);
  }
  const releaseAtExit = () => {
    try {
      unlinkSync(path);
    } catch {
      // Released already.
    }
  };
  process.once('exit', releaseAtExit);
  return {
    release: async () => {
      process.off('exit', releaseAtExit);
      await unlink(path).catch(() => undefined);
    },
  };
}

/** The process that holds the folder now, if one does. */
export function holderOf(folder: string): Promise<LockHolder | undefined> {
  return runningHolder(lockPath(folder));
}

function lockPath(folder: string): string {
  return join(folder, 'assent.lock');
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return undefined;
  }
}

async function isStillRunning(holder: LockHolder): Promise<boolean> {
  const running = await runningProcess(holder.pid);
  if (running?.start === undefined || holder.start === undefined) return running !== undefined;
  return running.start === holder.start;
}

/**
 * Puts the draft in the lock's place, unless a running process holds it. A hard link either makes the whole file or fails, so
 * that nobody ever reads a lock half written. A dead process's lock is removed only by whoever holds a second lock beside it
 * and has looked again: otherwise two who saw it dead could each remove what the other had just put there.
 * @returns the running holder, if there is one
 */
async function take(path: string, draft: string): Promise<LockHolder | undefined> {
  for (;;) {
    if (await linked(draft, path)) return undefined;
    const present = await runningHolder(path);
    if (present) return present;
    const removal = `${path}.removal`;
    if (await take(removal, draft)) {
      await pause(REMOVAL_MS);
      continue;
    }
    try {
      await removeDead(path);
    } finally {
      await unlink(removal);
    }
  }
}

async function runningHolder(path: string): Promise<LockHolder | undefined> {
  const text = await readText(path);
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder && (await isStillRunning(holder)) ? holder : undefined;
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only for the holder of the removal lock. */
async function removeDead(path: string): Promise<void> {
  const text = await readText(path);
  if (text === undefined) return;
  const holder = parseHolder(text);
  if (holder && (await isStillRunning(holder))) return;
  // Read again: still the dead one's, it stays so, since nobody else may remove it and the dead do not.
  if ((await readText(path)) === text) await unlink(path);
}
