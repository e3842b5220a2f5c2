import { hammingDistance } from './hamming-distance.js';
import { HASH_BYTES, type PdqHash } from './pdq-hash.js';

const BANDS = HASH_BYTES / 2;
const BAND_VALUES = 65_536;

/** The greatest distance at which `nearest` finds every hash. */
export const MAX_BANDED_DISTANCE = 2 * BANDS - 1;

/** One band: the rows sorted by its sixteen bits, and where each value begins. */
interface Band {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/**
 * A list of PDQ hashes that is searched without comparing with all of it, and misses none: hashes at most 31 bits apart differ in at most
 * one bit in at least one of sixteen bands (pigeonhole).
 */
export class PdqBands {
  readonly #bands: readonly Band[];

  constructor(private readonly hashes: readonly PdqHash[]) {
    this.#bands = Array.from({ length: BANDS }, (_, band) => sortedBy(hashes, band));
  }

  /** The nearest of the list within `maxDistance`, which is at most `MAX_BANDED_DISTANCE`, and how far it is. */
  nearest(
    hash: PdqHash,
    maxDistance: number,
  ): { readonly at: number; readonly distance: number } | undefined {
    let best: { at: number; distance: number } | undefined;
    const compare = (row: number): void => {
      const distance = hammingDistance(hash, this.hashes[row] ?? new Uint8Array());
      const isNear = distance <= maxDistance;
      if (isNear && (best === undefined || distance < best.distance)) best = { at: row, distance };
    };
    for (const [band, { starts, rows }] of this.#bands.entries()) {
      const value = bandOf(hash, band);
      for (let bit = -1; bit < 16; bit += 1) {
        const near = bit < 0 ? value : value ^ (1 << bit);
        for (let at = starts[near] ?? 0; at < (starts[near + 1] ?? 0); at += 1) compare(rows[at] ?? 0);
      }
    }
    return best;
  }
}

function bandOf(hash: PdqHash, band: number): number {
  return ((hash[2 * band] ?? 0) << 8) | (hash[2 * band + 1] ?? 0);
}

/** By counting: one pass for how many there are of each value, one to put them there. */
function sortedBy(hashes: readonly PdqHash[], band: number): Band {
  const starts = new Uint32Array(BAND_VALUES + 1);
  for (const hash of hashes) {
    const after = bandOf(hash, band) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let value = 1; value <= BAND_VALUES; value += 1) {
    starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
  }
  const next = starts.slice();
  const rows = new Uint32Array(hashes.length);
  for (const [row, hash] of hashes.entries()) {
    const value = bandOf(hash, band);
    const place = next[value] ?? 0;
    rows[place] = row;
    next[value] = place + 1;
  }
  return { starts, rows };
}
