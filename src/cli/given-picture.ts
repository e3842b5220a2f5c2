import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GivenPicture } from '../app/catalogue/likeness/read-given-picture.js';
import { parseWebUrl } from '../core/url/parse-url.js';
import { UsageError } from './usage-error.js';
import type { CommandIo } from './io.js';

/** Larger files are refused by whoever decodes; what is far larger is not even read. */
const MOST_BYTES = 10_000_001;

/** @param image a file, or the address of one @throws UsageError */
export async function givenPicture(io: CommandIo, image: string): Promise<GivenPicture> {
  if (parseWebUrl(image)) return { url: image };
  const path = resolve(io.cwd, image);
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) throw new UsageError(`There is no file ${image}.`);
  if (facts.size > MOST_BYTES)
    throw new UsageError(`${image} is larger than 10,000,000 bytes. Give a smaller one.`);
  return { bytes: new Uint8Array(await readFile(path)) };
}
