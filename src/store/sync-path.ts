import { open } from 'node:fs/promises';

/** Waits until a file or folder is on the medium. Throws `ENOENT` when it is not there. */
export async function syncPath(path: string, flags: number): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For a file that may have been removed since it was listed. */
export function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
