import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptBackups } from '../app/ports/kept-backups.js';
import { writeBackupFile } from './write-backup-file.js';

const NAME = /^\d{8}T\d{9}Z\.backup$/;

/**
 * Backups in a folder, each named for the moment at which it was begun.
 * @param path made when the first is added
 */
export function keptBackups(path: string, clock: () => Date): KeptBackups {
  async function list(): Promise<string[]> {
    return (await namesIn(path))
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  }
  return {
    list,
    read: (name) => createReadStream(join(path, name)),
    async add(work, keep) {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const [newest] = await list();
      const name = nameAfter(newest, clock());
      await writeBackupFile(join(path, name), work);
      const kept = (await list()).slice(0, keep);
      // Whoever writes here holds the data folder's lock: what has no name of a backup is nobody's any more.
      for (const other of await namesIn(path)) {
        if (!kept.includes(other)) await rm(join(path, other), { recursive: true, force: true });
      }
    },
  };
}

/** Later than the newest by its name, whatever the clock says. */
function nameAfter(newest: string | undefined, now: Date): string {
  const name = (at: Date) => `${at.toISOString().replace(/[-:.]/g, '')}.backup`;
  const own = name(now);
  if (newest === undefined || own > newest) return own;
  return name(new Date(begunAt(newest).getTime() + 1));
}

/** When a backup was begun, by its name. */
export function begunAt(name: string): Date {
  const [, year, month, day, hour, minute, second, milli] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
}

async function namesIn(path: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
}
