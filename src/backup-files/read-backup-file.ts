import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The bytes of a file in pieces, from its beginning. It can be read as often as one likes. */
export interface BackupSource {
  /** In bytes. */
  readonly length: number;
  read(): AsyncIterable<Uint8Array>;
}

const PIECE = 1024 * 1024;

/** Throws what the file system says: `ENOENT` where there is no such file. */
export async function backupSource(path: string): Promise<BackupSource> {
  const { size } = await stat(path);
  return { length: size, read: () => createReadStream(path, { highWaterMark: PIECE }) };
}
