import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublishedMark } from '../app/ports/log-key.js';
import { replaceDurably } from './durable-file.js';

/**
 * Beside the key file: who puts back the database alone does not put back what stands here. Written whole or not at all;
 * what a loss of power takes of it only makes it know less.
 */
export function publishedMark(keyFile: string): PublishedMark {
  const path = pathFor(keyFile);
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

/** Writes the mark for a log that is put back: a start that lacked it would take the log for whole. */
export async function keepMark(keyFile: string, note: string): Promise<void> {
  const path = pathFor(keyFile);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceDurably(path, `${path}.${process.pid}.new`, note);
}

function pathFor(keyFile: string): string {
  return `${keyFile}.published`;
}
