import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogSource } from './log-source.js';
import { UnreadableEvidence } from './unreadable-evidence.js';

/** A log whose files lie in a folder. */
export function logFolder(folder: string): LogSource {
  return {
    name: folder,
    read: (path, maxLength) => readUpTo(join(folder, path), maxLength),
    list: async (path) => (await unlessMissing(readdir(join(folder, path)), path)) ?? [],
  };
}

/** @returns undefined when there is no such file. Throws UnreadableEvidence when it cannot be read. */
export async function readUpTo(
  path: string,
  maxLength: number,
): Promise<Uint8Array | undefined | 'too-long'> {
  const file = await unlessMissing(open(path), path);
  if (file === undefined) return undefined;
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new UnreadableEvidence(`${path} is not a file.`);
    // A file that grows while it is read is too long as well: one byte more than allowed is asked for.
    const bytes = Buffer.alloc(Math.min(about.size, maxLength) + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      length += bytesRead;
      if (length > maxLength) return 'too-long';
      if (bytesRead === 0 || length === bytes.length) return bytes.subarray(0, length);
    }
  } catch (error) {
    throw asUnreadable(error, path);
  } finally {
    await file.close();
  }
}

async function unlessMissing<T>(work: Promise<T>, path: string): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw asUnreadable(error, path);
  }
}

function asUnreadable(error: unknown, path: string): UnreadableEvidence {
  if (error instanceof UnreadableEvidence) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new UnreadableEvidence(`${path} could not be read: ${why}`, { cause: error });
}
