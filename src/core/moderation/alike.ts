/**
 * Which of many fingerprints are alike, without comparing each with each: two that differ little agree in one of their bands,
 * and only those that agree in one are compared.
 */
import { hammingDistance } from '../likeness/hamming-distance.js';

/** How a kind of fingerprint is compared. */
export interface Alikeness {
  /** Parts of a fingerprint, as text that is the same where the part is. */
  readonly bands: (hash: Uint8Array) => readonly string[];
  /** In bits. */
  readonly maxDistance: number;
}

/** Of PDQ's 256 bits 31 differ at most: with sixteen bands of sixteen bits, at least one of which then differs in one bit or none. */
export const PICTURES_ALIKE: Alikeness = {
  maxDistance: 31,
  bands: (hash) =>
    Array.from({ length: 16 }, (_, band) => {
      const bits = ((hash[2 * band] ?? 0) << 8) | (hash[2 * band + 1] ?? 0);
      return [bits, ...Array.from({ length: 16 }, (__, bit) => bits ^ (1 << bit))].map(
        (one) => `${band} ${one}`,
      );
    }).flat(),
};

const ORDERS_OF_BAND = 4;
const ORDERS = 64;

/**
 * An ISCC Text-Code has four bits for each of 64 orders. Of two texts with three quarters of their shingles in common about 32 bits
 * differ, and one of sixteen bands agrees in 998 of 1,000 cases.
 */
export const WORDINGS_ALIKE: Alikeness = {
  maxDistance: 40,
  bands: (hash) =>
    Array.from({ length: ORDERS / ORDERS_OF_BAND }, (_, band) => {
      const orders = Array.from({ length: ORDERS_OF_BAND }, (__, at) => band * ORDERS_OF_BAND + at);
      return `${band} ${orders.map((order) => nibble(hash, order)).join(' ')}`;
    }),
};

/** The four bits of an order lie 64 bits apart. */
function nibble(hash: Uint8Array, order: number): number {
  let value = 0;
  for (let bit = 0; bit < 4; bit += 1) {
    const at = bit * ORDERS + order;
    value |= (((hash[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) << bit;
  }
  return value;
}

/** Pairs of places in the list whose fingerprints are alike; of a crowd that is alike, each with some other of it. */
export function* pairsAlike(
  hashes: readonly Uint8Array[],
  { bands, maxDistance }: Alikeness,
): Generator<readonly [number, number]> {
  const first = new Map<string, number[]>();
  for (const [index, hash] of hashes.entries()) {
    const candidates = new Set<number>();
    for (const band of bands(hash)) {
      const known = first.get(band) ?? [];
      for (const other of known) candidates.add(other);
      // A few of each band are enough: whoever is like a later one of a crowd is like an earlier one too.
      if (known.length < MOST_OF_BAND) first.set(band, [...known, index]);
    }
    for (const other of candidates) {
      const near = hashes[other];
      if (near !== undefined && hammingDistance(hash, near) <= maxDistance) yield [other, index];
    }
  }
}

const MOST_OF_BAND = 8;
