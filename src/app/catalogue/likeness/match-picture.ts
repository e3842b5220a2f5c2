import { hexToBytes } from '@noble/hashes/utils.js';
import type { PdqFingerprint } from '../../../core/likeness/fingerprint.js';
import {
  kindByDistance,
  kindByScore,
  LIKENESS_KINDS,
  type LikenessKind,
} from '../../../core/likeness/likeness-kind.js';
import { ORIENTATIONS, type Orientation } from '../../../core/likeness/orientation.js';
import { MAX_HIT_DISTANCE } from '../../../core/likeness/placements.js';
import { LEAST_EDGE, LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import { MAX_PDQ_DISTANCE } from '../../../core/log/leaf-fingerprint.js';
import type { Dataset, Entry, EntryKey } from '../../ports/catalogue.js';
import type { NearWhole } from '../../ports/fingerprints.js';
import type { LikenessFindings, PictureIndex, ReadPicture } from '../../ports/pictures.js';
import type { Registry } from '../../registry.js';

/** An entry that shows the searched picture, and by what that is known. */
export interface PictureMatch {
  readonly entry: Entry;
  readonly dataset: Dataset;
  readonly kind: LikenessKind;
  /** Of the whole pictures, in bits of 256; absent where they differ too much to be compared as wholes. */
  readonly distance?: number | undefined;
  /** How the searched picture has to be laid down to look like it; absent for the same file. */
  readonly orientation?: Orientation | undefined;
  /** Regions that were compared where they would have to lie, and how many of them looked alike. */
  readonly regions?: { readonly compared: number; readonly agreeing: number } | undefined;
}

interface Scope {
  readonly datasetId: number | undefined;
  readonly limit: number;
}

type Known = Omit<PictureMatch, 'entry' | 'dataset'> & { readonly key: EntryKey; readonly score: number };

/** Rows that each hash brings back. */
const NEAREST = 20;

/** By bytes, by the whole, and by regions, each entry once as what it is known best by. */
export async function matchPicture(
  { store, pictures }: Registry,
  read: ReadPicture,
  datasets: readonly Dataset[],
  scope: Scope,
): Promise<{ whole: PdqFingerprint; matches: readonly PictureMatch[] }> {
  const names = new KeyNames();
  const findings = await pictures.likeness.search(read, indexOf(store, names, scope.datasetId));
  const digests = { sha256: hexToBytes(read.sha256), md5: hexToBytes(read.md5) };
  const sameFiles = await store.fingerprints.withBytes(digests, scope);
  const wholes = await store.fingerprints.nearestWholes({
    hashes: findings.oriented,
    maxDistance: MAX_PDQ_DISTANCE,
    limit: scope.limit,
    datasetId: scope.datasetId,
  });
  const isPlain =
    findings.whole.quality < LEAST_QUALITY || Math.min(read.from.width, read.from.height) < LEAST_EDGE;
  const known = [
    ...sameFiles.map((key): Known => ({ key, kind: 'same-file', score: 0 })),
    ...wholes.flatMap((near) => knownByWhole(near, isPlain)),
    ...findings.found.flatMap((found) => knownByRegions(found, names)),
  ];
  const best = bestOfEach(known).slice(0, scope.limit);
  const entries = await store.entries.byNames(best.map(({ key }) => key));
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const matches = best.flatMap(({ key, kind, distance, orientation, regions }, at): PictureMatch[] => {
    const [entry, dataset] = [entries[at], byId.get(key.datasetId)];
    return entry && dataset ? [{ entry, dataset, kind, distance, orientation, regions }] : [];
  });
  return { whole: findings.whole, matches };
}

function knownByWhole({ key, asked, distance, quality, shorterEdge }: NearWhole, isPlain: boolean): Known[] {
  const kind = kindByDistance(distance, isPlain || quality < LEAST_QUALITY || shorterEdge < LEAST_EDGE);
  return kind === undefined
    ? []
    : [{ key, kind, distance, orientation: ORIENTATIONS[asked], score: -distance }];
}

function knownByRegions(
  { picture, orientation, agreement }: LikenessFindings['found'][number],
  names: KeyNames,
): Known[] {
  const { compared, agreeing, score } = agreement;
  const [kind, key] = [kindByScore(score), names.keyOf(picture)];
  if (kind === undefined || key === undefined) return [];
  return [{ key, kind, orientation, regions: { compared, agreeing }, score }];
}

/** The surest first; what else is known of an entry is told with what it is known best by. */
function bestOfEach(known: readonly Known[]): readonly Known[] {
  const names = new KeyNames();
  const best = new Map<string, Known>();
  for (const each of known.toSorted((a, b) => rankOf(a) - rankOf(b) || b.score - a.score)) {
    const name = names.nameOf(each.key);
    const better = best.get(name);
    best.set(name, better ? { ...each, ...better, regions: better.regions ?? each.regions } : each);
  }
  return [...best.values()];
}

function rankOf({ kind }: Known): number {
  return LIKENESS_KINDS.indexOf(kind);
}

/** The regions of the store as the search of the core asks for them. */
function indexOf(
  { fingerprints }: Registry['store'],
  names: KeyNames,
  datasetId: number | undefined,
): PictureIndex {
  return {
    async nearest(hashes) {
      const question = { hashes, maxDistance: MAX_HIT_DISTANCE, limit: NEAREST, datasetId };
      const near = await fingerprints.nearestRegions(question);
      return near.map(({ key, ...hit }) => ({ ...hit, picture: names.nameOf(key) }));
    },
    regionsOf: (asked) => fingerprints.regionsOf(asked.flatMap((name) => names.keyOf(name) ?? [])),
  };
}

/** Keys as text and back. */
class KeyNames {
  readonly #keys = new Map<string, EntryKey>();

  nameOf(key: EntryKey): string {
    const digits = Array.from(key.rowId, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const name = `${key.datasetId}/${key.urlKey}/${digits}`;
    this.#keys.set(name, key);
    return name;
  }

  keyOf(name: string): EntryKey | undefined {
    return this.#keys.get(name);
  }
}
