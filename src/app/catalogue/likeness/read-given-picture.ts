import { DAMAGED_PICTURE, type ReadPicture } from '../../ports/pictures.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { findEntry } from '../entries/find-entry.js';
import { isScreened, isScreenedAddress } from '../safety/is-screened.js';
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
  if ('bytes' in given) {
    return screened(registry, await registry.pictures.reader.read(given.bytes), { kind: 'upload' });
  }
  if ('url' in given) return readAddress(registry, { kind: 'fetch', url: given.url });
  const found = await findEntry(registry, given.entryId);
  if (!found) return refuse('NOT_FOUND', 'There is no such entry.', 'Go back to the search.');
  return readAddress(registry, { kind: 'fetch', url: found.entry.url, entry: given.entryId });
}

/** Whoever searches by a picture that nobody is shown learns no more than of one that is damaged. */
async function screened(
  registry: Registry,
  read: ReadPicture,
  place: ScreenedPlace,
): Promise<{ readonly read: ReadPicture } | PictureSearchRefused> {
  return (await isScreened(registry, read, place)) ? refusePicture('damaged', DAMAGED_PICTURE) : { read };
}

async function readAddress(
  registry: Registry,
  place: ScreenedPlace & { readonly kind: 'fetch' },
): Promise<{ readonly read: ReadPicture } | PictureSearchRefused> {
  const { outgoing, pictures } = registry;
  if (await isScreenedAddress(registry, place)) return refusePicture('damaged', DAMAGED_PICTURE);
  const own = await pictures.own(place.url);
  if (own !== undefined) return screened(registry, await pictures.reader.read(own), place);
  if (!pictures.mayFetch) {
    return refusePicture('metadata-only', 'This registry fetches no pictures. Give the file itself.');
  }
  const { status, body } = await outgoing.get(place.url, LIMITS);
  if (status !== 200) {
    return refusePicture(
      `status-${status}`,
      `The address answered with status ${status}. Check that the picture opens in a browser.`,
    );
  }
  return screened(registry, await pictures.reader.read(body), place);
}
