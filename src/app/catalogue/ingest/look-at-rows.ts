import type { NewEntry } from '../../ports/catalogue.js';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { ReadPicture } from '../../ports/pictures.js';
import type { PictureSource } from '../../ports/tables.js';
import type { Registry } from '../../registry.js';
import { fingerprintBytes } from '../fingerprints/fingerprint-bytes.js';
import type { VectorBatches } from '../fingerprints/vector-batches.js';
import { inParallel } from './in-parallel.js';

/** Two for each of two cores: while one picture is decoded, another is compared. */
const AT_A_TIME = 4;

/**
 * Fingerprints of the pictures that came with rows. Those that are known already are read again only for vectors that they lack, which
 * wait in `vectors` until they are stored.
 */
export async function lookAtRows(
  registry: Registry,
  datasetId: number,
  rows: readonly { readonly entry: NewEntry; readonly place: number }[],
  { source, vectors }: { readonly source: PictureSource; readonly vectors: VectorBatches | undefined },
): Promise<NewPictureLook[]> {
  const { store, clock } = registry;
  const keys = rows.map(({ entry: { urlKey, rowId } }) => ({ datasetId, urlKey, rowId }));
  const known = await store.fingerprints.ofEntries(keys);
  const fresh = new Set(rows.filter((_, at) => known[at]?.picture === undefined).map(({ entry }) => entry));
  const entries = rows.map(({ entry }) => entry);
  const lacking = new Set(vectors === undefined ? [] : await vectors.lacking(entries));
  const wanted = rows.filter(({ entry }) => fresh.has(entry) || lacking.has(entry));
  const looks: NewPictureLook[] = [];
  await inParallel(wanted, AT_A_TIME, async ({ entry, place }) => {
    const { url, urlKey, rowId } = entry;
    const bytes = await source.read(place);
    if (bytes === undefined) return;
    const onRead = (read: ReadPicture): void => {
      if (lacking.has(entry)) vectors?.add(entry, read);
    };
    const look = await fingerprintBytes(registry, bytes, { kind: 'fetch', url }, { onRead });
    if (fresh.has(entry)) looks.push({ urlKey, rowId, lookedAt: clock(), origin: 'shard', ...look });
  });
  return looks;
}
