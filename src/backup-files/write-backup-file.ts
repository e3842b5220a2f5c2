import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupNotWritten, writingError } from './backup-not-written.js';

/** Ends the name of a file that is being written. */
export const DRAFT_SUFFIX = '.new';

/**
 * Writes a file that is not there yet, for nobody else to read: whole and durable under its name, or not at all.
 * @param work is given what takes the bytes in their order
 * @throws BackupNotWritten, and whatever `work` throws; in both cases nothing is left behind
 */
export async function writeBackupFile<T>(
  path: string,
  work: (write: (bytes: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  await refuseTaken(path);
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${DRAFT_SUFFIX}`);
  const orTold = <R>(step: Promise<R>): Promise<R> =>
    step.catch((error: unknown) => {
      throw writingError(error, path);
    });
  const handle = await orTold(open(draft, 'wx', 0o600));
  try {
    const result = await filled(handle, (write) => work((bytes) => orTold(write(bytes))), orTold);
    await orTold(publish(draft, path));
    return result;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function filled<T>(
  handle: FileHandle,
  work: (write: (bytes: Uint8Array) => Promise<void>) => Promise<T>,
  orTold: <R>(step: Promise<R>) => Promise<R>,
): Promise<T> {
  try {
    const result = await work((bytes) => handle.writeFile(bytes));
    await orTold(handle.sync());
    return result;
  } finally {
    await handle.close();
  }
}

async function refuseTaken(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw writingError(error, path);
  });
  if (found !== undefined) throw new BackupNotWritten('exists', path);
}

/** A link never replaces a file; where a file system knows none, somebody quick enough could lose theirs. */
async function publish(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await refuseTaken(path);
    await rename(draft, path);
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
