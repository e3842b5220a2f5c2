import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { OpenedFile } from '../app/ports/snapshots.js';

/** Opens a file to read parts of it. They are read at once, since mostly they lie in the cache of the system. Rejects where there is none. */
export async function openFile(path: string): Promise<OpenedFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    bytes: size,
    read(from, bytes) {
      let length = 0;
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(handle.fd, bytes, length, bytes.length - length, from + length);
      }
      return length;
    },
    close: () => handle.close(),
  };
}
