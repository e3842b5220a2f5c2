import type { OutgoingRequests } from '../../ports/surroundings.js';
import type { Thumbnail, Thumbnailer, ThumbnailEdge } from '../../ports/pictures.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import type { Registry } from '../../registry.js';
import { isScreened } from '../safety/is-screened.js';
import { findEntry } from './find-entry.js';

/** Pictures that this server draws itself; undefined for any other address. */
export type OwnPictures = (url: string) => Promise<Uint8Array | undefined>;

export interface ThumbnailSources {
  readonly ownPictures: OwnPictures;
  readonly outgoing: OutgoingRequests;
  readonly thumbnailer: Thumbnailer;
}

const MOST_BYTES = 10_000_000;
const LONGEST_MS = 8_000;

/** The picture is not to be had: gone, blocked, or no picture. Pages show a placeholder. */
export class PictureGone extends Error {
  override readonly name = 'PictureGone';

  /** True when only this server is too busy just now; the picture may well be there. */
  readonly isPassing: boolean;

  constructor(cause: unknown) {
    super('The picture cannot be shown.', { cause });
    this.isPassing = (cause as { code?: unknown } | null)?.code === 'busy';
  }
}

/**
 * The picture of an entry, small and re-encoded, so that looking through results tells no third party who is looking.
 * @returns undefined when there is no such entry
 * @throws PictureGone
 */
export async function showThumbnail(
  registry: Registry,
  { ownPictures, outgoing, thumbnailer }: ThumbnailSources,
  entryId: string,
  edge: ThumbnailEdge,
): Promise<Thumbnail | undefined> {
  const found = await findEntry(registry, entryId);
  if (!found) return undefined;
  const { url } = found.entry;
  if (found.dataset.medium !== 'image') throw new PictureGone('There is no picture at the address.');
  try {
    const original = (await ownPictures(url)) ?? (await fetchPicture(outgoing, url));
    if (await isScreenedFile(registry, original, { kind: 'fetch', url, entry: entryId }))
      throw new PictureGone(undefined);
    return await thumbnailer.render(original, edge);
  } catch (error) {
    throw new PictureGone(error);
  }
}

/** Only where there is a list is a picture decoded for being looked at as well as for being shown. */
async function isScreenedFile(registry: Registry, bytes: Uint8Array, place: ScreenedPlace): Promise<boolean> {
  if ((await registry.screening.list()) === undefined) return false;
  return isScreened(registry, await registry.pictures.reader.read(bytes), place);
}

async function fetchPicture(outgoing: OutgoingRequests, url: string): Promise<Uint8Array> {
  const answer = await outgoing.get(url, { maxBytes: MOST_BYTES, timeoutMs: LONGEST_MS });
  if (answer.status !== 200) throw new Error(`The address answered with status ${answer.status}.`);
  return answer.body;
}
