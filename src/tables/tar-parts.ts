import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TarReader } from './tar-reader.js';

/** Read at once. */
const CHUNK = 1_048_576;
/** Two blocks of zeros end an archive (POSIX ustar). */
const END = Buffer.alloc(1_024);

/** Writes stretches of an archive, headers and all, to another one, byte for byte. It is there once it is whole. */
export async function copyParts(
  tar: TarReader,
  parts: AsyncIterable<{ readonly from: number; readonly to: number }>,
  target: string,
): Promise<void> {
  const unfinished = join(dirname(target), `.${randomUUID()}-${basename(target)}`);
  const file = await open(unfinished, 'wx');
  try {
    for await (const { from, to } of parts) await copyStretch(tar, from, to, file);
    await file.appendFile(END);
    await file.close();
    await rename(unfinished, target);
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copyStretch(tar: TarReader, from: number, to: number, file: FileHandle): Promise<void> {
  for (let at = from; at < to; at += CHUNK) {
    await file.appendFile(await tar.read(at, Math.min(CHUNK, to - at)));
  }
}

/** Digests of a file in an archive, however long it is. */
export async function digestPart(
  tar: TarReader,
  place: { readonly dataAt: number; readonly size: number } | undefined,
): Promise<{ readonly sha256: string; readonly md5: string } | undefined> {
  if (place === undefined) return undefined;
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  const end = place.dataAt + place.size;
  for (let at = place.dataAt; at < end; at += CHUNK) {
    const bytes = await tar.read(at, Math.min(CHUNK, end - at));
    sha256.update(bytes);
    md5.update(bytes);
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
