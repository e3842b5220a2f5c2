import type { NewEntry } from '../../ports/catalogue.js';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { PictureSource } from '../../ports/tables.js';
import type { Registry } from '../../registry.js';
import { fingerprintBytes } from '../fingerprints/fingerprint-bytes.js';
import { inParallel } from './in-parallel.js';

/** Two for each of two cores: while one picture is decoded, another is compared. */
const AT_A_TIME = 4;

/** Fingerprints of the pictures that came with rows; those that are known already are not read again. */
export async function lookAtRows(
  registry: Registry,
  datasetId: number,
  rows: readonly { readonly entry: NewEntry; readonly place: number }[],
  source: PictureSource,
): Promise<NewPictureLook[]> {
  const { store, clock } = registry;
  const keys = rows.map(({ entry: { urlKey, rowId } }) => ({ datasetId, urlKey, rowId }));
  const known = await store.fingerprints.ofEntries(keys);
  const fresh = rows.filter((_, at) => known[at]?.picture === undefined);
  const looks: NewPictureLook[] = [];
  await inParallel(fresh, AT_A_TIME, async ({ entry: { url, urlKey, rowId }, place }) => {
    const bytes = await source.read(place);
    if (bytes === undefined) return;
    const look = await fingerprintBytes(registry, bytes, { kind: 'fetch', url });
    looks.push({ urlKey, rowId, lookedAt: clock(), origin: 'shard', ...look });
  });
  return looks;
}
