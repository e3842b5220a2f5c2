import { kindByDistance } from '../../../core/likeness/likeness-kind.js';
import { LEAST_EDGE, LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import { MAX_PDQ_DISTANCE } from '../../../core/log/leaf-fingerprint.js';
import { meaningKind } from '../../../core/search/meaning-kind.js';
import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import { formatEntryId } from '../entries/entry-id.js';
import { isHidden } from '../entries/is-hidden.js';
import { searchByMeaning } from '../meaning/search-by-meaning.js';
import { type FoundEntry, fuseFound, type FusedEntry } from './fuse-found.js';

/** One more than is told: the entry itself is among what lies near to it. */
const EACH = 25;

/** Entries that show what an entry shows, or mean the same, by what is known of it: nothing is fetched and no model is asked. */
export async function similarEntries(
  registry: Registry,
  { entry, dataset }: { readonly entry: Entry; readonly dataset: Dataset },
  { first, showsHidden }: { readonly first: number; readonly showsHidden: boolean },
): Promise<FusedEntry[]> {
  const id = formatEntryId(dataset.slug, entry.rowId);
  const lists = [
    await alike(registry, entry, showsHidden),
    await meaningAlike(registry, id, showsHidden),
  ].map((list) => list.filter((found) => formatEntryId(found.dataset.slug, found.entry.rowId) !== id));
  return fuseFound(lists, first);
}

/** By the hash of the whole alone: parts are compared when somebody searches by the picture. */
async function alike({ store }: Registry, entry: Entry, showsHidden: boolean): Promise<FoundEntry[]> {
  const [look] = await store.fingerprints.ofEntries([entry]);
  const picture = look?.picture;
  if (picture === undefined) return [];
  const near = await store.fingerprints.nearestWholes({
    hashes: [picture.whole.hash],
    maxDistance: MAX_PDQ_DISTANCE,
    limit: EACH,
  });
  const entries = await store.entries.byNames(near.map(({ key }) => key));
  const datasets = await store.datasets.byIds([...new Set(near.map(({ key }) => key.datasetId))]);
  const isPlain = (quality: number, edge: number) => quality < LEAST_QUALITY || edge < LEAST_EDGE;
  const plain = isPlain(picture.whole.quality, Math.min(picture.width, picture.height));
  return near.flatMap(({ key, distance, quality, shorterEdge }, at): FoundEntry[] => {
    const found = entries[at];
    const dataset = datasets.find((each) => each.id === key.datasetId);
    const kind = kindByDistance(distance, plain || isPlain(quality, shorterEdge));
    if (!found || !dataset || !kind || (!showsHidden && isHidden(found))) return [];
    return [{ entry: found, dataset, reason: { way: 'likeness', kind, distance, orientation: 'upright' } }];
  });
}

async function meaningAlike(registry: Registry, entry: string, showsHidden: boolean): Promise<FoundEntry[]> {
  const near = await searchByMeaning(registry, { entry, showsHidden }, EACH);
  if (!near.ok) return [];
  return near.matches.map(({ entry: found, dataset, similarity }) => ({
    entry: found,
    dataset,
    reason: { way: 'meaning-of-picture', similarity, meaning: meaningKind(similarity) },
  }));
}
