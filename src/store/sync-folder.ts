import { constants } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath, unlessGone } from './sync-path.js';

/** Waits of one file after the other add up; what is open at once is bounded. */
const AT_ONCE = 16;

interface Found {
  readonly path: string;
  /** With which it has to be opened to be synced. */
  readonly flags: number;
}

/** Makes a folder durable with everything in it that stays there meanwhile. */
export async function syncFolder(folder: string): Promise<void> {
  const waiting = await contentsOf(folder);
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      await syncPath(next.path, next.flags).catch(unlessGone);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await syncPath(folder, constants.O_RDONLY);
}

async function contentsOf(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      found.push({ path, flags: constants.O_RDONLY }, ...(await contentsOf(path).catch(nothing)));
    } else if (entry.isFile()) {
      found.push({ path, flags: constants.O_RDWR });
    }
  }
  return found;
}

function nothing(error: unknown): Found[] {
  unlessGone(error);
  return [];
}
