import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { CommandIo } from './io.js';

/** Writes a file that is there, or replaced, only once it is whole. */
export async function writeWhole(io: CommandIo, path: string, content: string | Uint8Array): Promise<void> {
  const place = resolve(io.cwd, path);
  const unfinished = join(dirname(place), `.${randomUUID()}-${basename(place)}`);
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
