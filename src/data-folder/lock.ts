import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processStart } from './process-start.js';

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
  const holder: LockHolder = { pid: process.pid, start: await processStart(process.pid), purpose, socket };
  const draft = join(folder, `.lock-${process.pid}-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    // A hard link either makes the whole lock file or fails: nobody ever reads one half written.
    for (;;) {
      try {
        await link(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const present = await readHolder(path);
      if (present && (await isStillRunning(present))) throw new DataFolderBusy(folder, present);
      await setAside(path, present);
    }
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
export async function holderOf(folder: string): Promise<LockHolder | undefined> {
  const present = await readHolder(lockPath(folder));
  return present && (await isStillRunning(present)) ? present : undefined;
}

function lockPath(folder: string): string {
  return join(folder, 'assent.lock');
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

async function isStillRunning(holder: LockHolder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  const start = await processStart(holder.pid);
  return start === undefined || holder.start === undefined || start === holder.start;
}

/** Moves a dead process's lock away, unless somebody else has replaced it in between: then it is put back. */
async function setAside(path: string, dead: LockHolder | undefined): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved?.pid !== dead?.pid || moved?.start !== dead?.start) {
    await link(aside, path).catch(() => undefined);
  }
  await unlink(aside);
}
