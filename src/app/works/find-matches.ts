import { kindByDistance, type LikenessKind } from '../../core/likeness/likeness-kind.js';
import { partsAlike, partsKind } from '../../core/likeness/parts-alike.js';
import { MAX_HIT_DISTANCE } from '../../core/likeness/placements.js';
import { isTooPlain, LEAST_EDGE, LEAST_QUALITY } from '../../core/likeness/too-plain.js';
import { MAX_PDQ_DISTANCE } from '../../core/log/leaf-fingerprint.js';
import type { Entry, EntryKey } from '../ports/catalogue.js';
import type { NearWhole } from '../ports/fingerprints.js';
import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { type FoundMatch, type Known, MOST_MET } from './found-match.js';
import { similarByMeaning } from './similar-by-meaning.js';
import { siblingsOf } from './siblings.js';

const NEAREST_REGIONS = 20;
/** Parts of an entry that must be near parts of the work before all of both are compared. */
const LEAST_HITS = 2;
const MOST_COMPARED = 200;

/** The entries of open datasets in which a work is found, each once as what it is known best by. */
export async function findMatches(registry: Registry, work: Work): Promise<FoundMatch[]> {
  const known = [
    ...(await sameFiles(registry, work)),
    ...(await samePictures(registry, work)),
    ...(await alikeParts(registry, work)),
    ...(await siblingsOf(registry, work)),
    ...(await similarByMeaning(registry, work)),
  ];
  const best = new Map<string, Known>();
  for (const one of known) if (!best.has(nameOf(one.key))) best.set(nameOf(one.key), one);
  const found = [...best.values()];
  const entries = await registry.store.entries.byNames(found.map(({ key }) => key));
  return found.flatMap(({ key: _key, ...how }, at) => {
    const entry = entries[at];
    return entry === undefined ? [] : [foundIn(work, entry, how)];
  });
}

function foundIn(work: Work, { canonical, datasetId, rowId }: Entry, how: Omit<Known, 'key'>): FoundMatch {
  return { ...how, workId: work.id, canonical, entry: { datasetId, rowId } };
}

async function sameFiles({ store }: Registry, { sha256, md5 }: Work): Promise<Known[]> {
  if (sha256 === undefined || md5 === undefined) return [];
  const files = await store.fingerprints.sameFiles({ sha256, md5 }, MOST_MET);
  return files.map(({ key, by }) => ({ key, kind: 'same-file', method: by }));
}

async function samePictures({ store }: Registry, work: Work): Promise<Known[]> {
  if (work.picture === undefined) return [];
  const wholes = await store.works.wholesOf(work.id);
  const question = { hashes: wholes.map(({ hash }) => hash), maxDistance: MAX_PDQ_DISTANCE };
  const near = await store.fingerprints.nearestWholes({ ...question, limit: 64 });
  // Whoever meets as many as were asked for may meet more.
  const isCut = near.length >= 64;
  const all = isCut ? await store.fingerprints.nearestWholes({ ...question, limit: MOST_MET }) : near;
  return all
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap((one) => {
      const kind = kindOf(work, one);
      return kind === undefined
        ? []
        : [
            {
              key: one.key,
              kind,
              method: 'pdq' as const,
              distance: one.distance,
              orientation: wholes[one.asked]?.orientation,
            },
          ];
    });
}

function kindOf(work: Work, { distance, quality, shorterEdge }: NearWhole): LikenessKind | undefined {
  return kindByDistance(distance, isPlain(work) || quality < LEAST_QUALITY || shorterEdge < LEAST_EDGE);
}

/** Whether a work says too little for a machine to call an entry the same. */
export function isPlain({ picture, width = 0, height = 0 }: Work): boolean {
  return picture === undefined || isTooPlain(picture, { width, height });
}

async function alikeParts({ store }: Registry, work: Work): Promise<Known[]> {
  const [regions = []] = await store.works.regionsOf([work.id]);
  if (regions.length === 0) return [];
  const hits = await store.fingerprints.nearestRegions({
    hashes: regions.map(({ hash }) => hash),
    maxDistance: MAX_HIT_DISTANCE,
    limit: NEAREST_REGIONS,
  });
  const counts = new Map<string, { key: EntryKey; hits: Set<number> }>();
  for (const { key, asked } of hits) {
    const name = nameOf(key);
    const count = counts.get(name) ?? { key, hits: new Set<number>() };
    counts.set(name, count);
    count.hits.add(asked);
  }
  const likely = [...counts.values()]
    .filter((count) => count.hits.size >= LEAST_HITS)
    .sort((a, b) => b.hits.size - a.hits.size)
    .slice(0, MOST_COMPARED)
    .map(({ key }) => key);
  const theirs = await store.fingerprints.regionsOf(likely);
  return likely
    .map((key, at) => ({ key, alike: partsAlike(regions, theirs[at] ?? []) }))
    .sort((a, b) => b.alike.score - a.alike.score)
    .flatMap(({ key, alike: { agreeing, score } }) => {
      const kind = partsKind(score);
      return kind === undefined ? [] : [{ key, kind, method: 'parts' as const, parts: agreeing, score }];
    });
}

function nameOf({ datasetId, urlKey, rowId }: EntryKey): string {
  return `${datasetId}/${urlKey}/${Buffer.from(rowId).toString('hex')}`;
}
