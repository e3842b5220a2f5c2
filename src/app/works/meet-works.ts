import { kindByDistance } from '../../core/likeness/likeness-kind.js';
import { partsAlike, partsKind } from '../../core/likeness/parts-alike.js';
import { MAX_HIT_DISTANCE } from '../../core/likeness/placements.js';
import { isTooPlain } from '../../core/likeness/too-plain.js';
import { MAX_PDQ_DISTANCE } from '../../core/log/leaf-fingerprint.js';
import type { NewEntry } from '../ports/catalogue.js';
import type { NewPictureLook } from '../ports/fingerprints.js';
import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { isPlain } from './find-matches.js';
import type { FoundMatch } from './found-match.js';
import { recordMatches } from './record-matches.js';
import { metByAddress } from './siblings.js';

/** Entries that came in or were looked at. */
export interface MetEntries {
  readonly datasetId: number;
  readonly entries: readonly Pick<NewEntry, 'urlKey' | 'rowId' | 'canonical' | 'sha256' | 'md5'>[];
  /** What was seen of their pictures, in any order; of some of them nothing. */
  readonly looks: readonly NewPictureLook[];
}

type Met = MetEntries['entries'][number];
type Known = Pick<
  FoundMatch,
  'workId' | 'kind' | 'method' | 'distance' | 'orientation' | 'parts' | 'score'
> & {
  readonly entry: Met;
};

const NEAREST_WORKS = 20;
const LEAST_HITS = 2;

/** Looks for registered works in entries that are new or newly looked at, and puts what is found on record. */
export async function meetWorks(
  registry: Registry,
  { datasetId, entries, looks }: MetEntries,
): Promise<void> {
  const { works } = registry.store;
  if (entries.length === 0 || !(await works.hasAny())) return;
  const known = [
    ...(await byDigests(registry, entries, looks)),
    ...(await byWholes(registry, entries, looks)),
    ...(await byParts(registry, entries, looks)),
    ...(await metByAddress(registry, entries)),
  ];
  const found = new Map<string, FoundMatch>();
  for (const { entry, ...how } of known) {
    const name = `${how.workId} ${entry.canonical}`;
    if (found.has(name)) continue;
    found.set(name, { ...how, canonical: entry.canonical, entry: { datasetId, rowId: entry.rowId } });
  }
  await recordMatches(registry, [...found.values()]);
}

async function byDigests(
  { store }: Registry,
  entries: readonly Met[],
  looks: readonly NewPictureLook[],
): Promise<Known[]> {
  const named = entriesByName(entries);
  // The bytes in a shard are those of a smaller picture, and say nothing of those at the address.
  const seen = looks.flatMap(({ origin, picture, ...key }) => {
    const entry = named.get(nameOf(key));
    return entry && picture && origin !== 'shard' ? [{ entry, ...picture }] : [];
  });
  const told = [...entries.map((entry) => ({ entry, sha256: entry.sha256, md5: entry.md5 })), ...seen];
  const sha256 = told.flatMap((one) => (one.sha256 ? [{ entry: one.entry, digest: one.sha256 }] : []));
  const md5 = told.flatMap((one) => (one.md5 ? [{ entry: one.entry, digest: one.md5 }] : []));
  const found = await store.works.withDigests({
    sha256: sha256.map(({ digest }) => digest),
    md5: md5.map(({ digest }) => digest),
  });
  return found
    .toSorted((a, b) => (a.by === b.by ? 0 : a.by === 'sha256' ? -1 : 1))
    .flatMap(({ workId, by, asked }) => {
      const entry = (by === 'sha256' ? sha256 : md5)[asked]?.entry;
      return entry === undefined ? [] : [{ workId, entry, kind: 'same-file' as const, method: by }];
    });
}

async function byWholes(
  { store }: Registry,
  entries: readonly Met[],
  looks: readonly NewPictureLook[],
): Promise<Known[]> {
  const seen = looksOf(entries, looks);
  const near = await store.works.nearestWholes(
    seen.map(({ picture }) => picture.whole.hash),
    MAX_PDQ_DISTANCE,
    NEAREST_WORKS,
  );
  const works = await worksById(store, near);
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap(({ asked, workId, distance, orientation }) => {
      const [look, work] = [seen[asked], works.get(workId)];
      if (look === undefined || work === undefined) return [];
      const kind = kindByDistance(distance, isPlain(work) || isTooPlain(look.picture.whole, look.picture));
      if (kind === undefined) return [];
      return [{ workId, entry: look.entry, kind, method: 'pdq' as const, distance, orientation }];
    });
}

async function byParts(
  { store }: Registry,
  entries: readonly Met[],
  looks: readonly NewPictureLook[],
): Promise<Known[]> {
  const seen = looksOf(entries, looks);
  const probes = seen.flatMap(({ picture }, look) => picture.regions.map(({ hash }) => ({ hash, look })));
  const hits = await store.works.nearestRegions(
    probes.map(({ hash }) => hash),
    MAX_HIT_DISTANCE,
    NEAREST_WORKS,
  );
  const pairs = new Map<string, { look: number; workId: string; hits: Set<number> }>();
  for (const { asked, workId } of hits) {
    const look = probes[asked]?.look ?? 0;
    const pair = pairs.get(`${look} ${workId}`) ?? { look, workId, hits: new Set<number>() };
    pairs.set(`${look} ${workId}`, pair);
    pair.hits.add(asked);
  }
  const likely = [...pairs.values()].filter((pair) => pair.hits.size >= LEAST_HITS);
  const ids = [...new Set(likely.map(({ workId }) => workId))];
  const regions = await store.works.regionsOf(ids);
  const ofWork = new Map(ids.map((id, at) => [id, regions[at] ?? []]));
  return likely.flatMap(({ look, workId }) => {
    const one = seen[look];
    if (one === undefined) return [];
    const { agreeing, score } = partsAlike(ofWork.get(workId) ?? [], one.picture.regions);
    const kind = partsKind(score);
    if (kind === undefined) return [];
    return [{ workId, entry: one.entry, kind, method: 'parts' as const, parts: agreeing, score }];
  });
}

function looksOf(entries: readonly Met[], looks: readonly NewPictureLook[]) {
  const named = entriesByName(entries);
  return looks.flatMap(({ picture, ...key }) => {
    const entry = named.get(nameOf(key));
    return entry && picture ? [{ entry, picture }] : [];
  });
}

async function worksById(
  { works }: Registry['store'],
  found: readonly { readonly workId: string }[],
): Promise<ReadonlyMap<string, Work>> {
  const all = await works.byIds([...new Set(found.map(({ workId }) => workId))]);
  return new Map(all.map((work) => [work.id, work]));
}

function entriesByName(entries: readonly Met[]): ReadonlyMap<string, Met> {
  return new Map(entries.map((entry) => [nameOf(entry), entry]));
}

function nameOf({ urlKey, rowId }: Pick<Met, 'urlKey' | 'rowId'>): string {
  return `${urlKey}/${Buffer.from(rowId).toString('hex')}`;
}
