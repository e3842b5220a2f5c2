import { constants } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath, unlessGone } from './sync-path.js';

/** Makes a folder durable with everything in it that stays there meanwhile. */
export async function syncFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncFolder(path).catch(unlessGone);
    else if (entry.isFile()) await syncPath(path, constants.O_RDWR).catch(unlessGone);
  }
  await syncPath(folder, constants.O_RDONLY);
}
