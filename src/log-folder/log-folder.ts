import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LogFolder } from '../app/ports/log-folder.js';

/**
 * A folder of log files. Nothing in it is synced: all of it can be written again from the log.
 * @param path made when the first file is written
 */
export function logFolderAt(path: string): LogFolder {
  return {
    async read(file) {
      try {
        return new Uint8Array(await readFile(join(path, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(file, bytes) {
      const target = join(path, file);
      const draft = `${target}.${randomBytes(6).toString('hex')}.new`;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(draft, bytes);
      await rename(draft, target);
    },
    dropPartial: (fullPath) => rm(join(path, `${fullPath}.p`), { recursive: true, force: true }),
  };
}
