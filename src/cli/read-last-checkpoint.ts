import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.js';
import type { CommandIo } from './io.js';
import { isAddress, openLogPlace } from './log-place.js';

/** How `--last` is given. */
export const LAST_PLACE =
  'log.key.published beside the old key file, or folder or http(s) address of its log or of a mirror';

/** The checkpoint at a place, as it stands there: a file of its own, or the one of a copy of a log. */
export async function readLastCheckpoint(io: CommandIo, place: string): Promise<string> {
  if (!isAddress(place)) {
    const path = resolve(io.cwd, place);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new UsageError(`There is nothing at ${path}, which --last names.`);
    if (!found.isDirectory()) return readFile(path, 'utf8');
  }
  const { source, close } = await openLogPlace(io, place);
  try {
    const note = await source.read('checkpoint');
    if (note === undefined) throw new UsageError(`There is no log at ${place}: it has no file checkpoint.`);
    return new TextDecoder().decode(note);
  } finally {
    await close();
  }
}
