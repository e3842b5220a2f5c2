import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file for nobody else to read, and returns once its bytes are on the medium; its name may not be yet. */
export async function writeDurably(path: string, text: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file anew, whole or not at all, and returns once it is on the medium. */
export async function replaceDurably(path: string, draft: string, text: string | Uint8Array): Promise<void> {
  await writeDurably(draft, text);
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** Returns once the names of the files in a folder are on the medium. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
