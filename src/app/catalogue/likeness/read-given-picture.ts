import type { ReadPicture } from '../../ports/pictures.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { findEntry } from '../entries/find-entry.js';
import { type PictureSearchRefused, refusePicture } from './refuse-picture.js';

/** A picture to search by: its file, where it is, or the entry that leads to it. */
export type GivenPicture =
  { readonly bytes: Uint8Array } | { readonly url: string } | { readonly entryId: string };

const LIMITS = { maxBytes: 10_000_000, timeoutMs: 10_000 };

/** Throws what src/fetch and src/vision throw when it cannot be had or read. */
export async function readGivenPicture(
  registry: Registry,
  given: GivenPicture,
): Promise<{ readonly read: ReadPicture } | PictureSearchRefused | Refusal<'NOT_FOUND'>> {
  if ('bytes' in given) return { read: await registry.pictures.reader.read(given.bytes) };
  if ('url' in given) return readAddress(registry, given.url);
  const found = await findEntry(registry, given.entryId);
  if (!found) return refuse('NOT_FOUND', 'There is no such entry.', 'Go back to the search.');
  return readAddress(registry, found.entry.url);
}

async function readAddress(
  { outgoing, pictures }: Registry,
  url: string,
): Promise<{ readonly read: ReadPicture } | PictureSearchRefused> {
  const own = await pictures.own(url);
  if (own !== undefined) return { read: await pictures.reader.read(own) };
  if (!pictures.mayFetch) {
    return refusePicture('metadata-only', 'This registry fetches no pictures. Give the file itself.');
  }
  const { status, body } = await outgoing.get(url, LIMITS);
  if (status !== 200) {
    return refusePicture(
      `status-${status}`,
      `The address answered with status ${status}. Check that the picture opens in a browser.`,
    );
  }
  return { read: await pictures.reader.read(body) };
}
