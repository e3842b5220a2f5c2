import { readFile, rename, writeFile } from 'node:fs/promises';
import type { PublishedMark } from '../app/ports/log-key.js';

/**
 * Beside the key file: who puts back the database alone does not put back what stands here. Written whole or not at all;
 * what a loss of power takes of it only makes it know less.
 */
export function publishedMark(keyFile: string): PublishedMark {
  const path = `${keyFile}.published`;
  return {
    read: () =>
      readFile(path, 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }),
    async write(note) {
      const draft = `${path}.${process.pid}.new`;
      await writeFile(draft, note, { mode: 0o600 });
      await rename(draft, path);
    },
  };
}
