import type { LikenessIndex } from '../../../src/core/likeness/find-likenesses.js';
import type { RegionFingerprint } from '../../../src/core/likeness/fingerprint.js';
import { hammingDistance } from '../../../src/core/likeness/hamming-distance.js';
import { MAX_HIT_DISTANCE } from '../../../src/core/likeness/placements.js';

/** Looks at every row, as an index would if it missed none. */
export function exactIndex(pictures: ReadonlyMap<string, readonly RegionFingerprint[]>): LikenessIndex {
  const rows = [...pictures].flatMap(([picture, regions]) => regions.map((row) => ({ picture, ...row })));
  return {
    nearest: (probes) =>
      Promise.resolve(
        probes.flatMap((probe) =>
          rows
            .map(({ picture, region, hash }) => ({
              probe,
              picture,
              region,
              distance: hammingDistance(probe.hash, hash),
            }))
            .filter(({ distance }) => distance <= MAX_HIT_DISTANCE)
            .sort((a, b) => a.distance - b.distance)
            .slice(0, 20),
        ),
      ),
    regionsOf: (names) => Promise.resolve(names.map((name) => pictures.get(name) ?? [])),
  };
}
