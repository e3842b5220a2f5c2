import { constants } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath } from './sync-path.js';

/** Makes a folder durable with everything in it. Nothing may write there meanwhile. */
export async function syncFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncFolder(path);
    else if (entry.isFile()) await syncPath(path, constants.O_RDWR);
  }
  await syncPath(folder, constants.O_RDONLY);
}
