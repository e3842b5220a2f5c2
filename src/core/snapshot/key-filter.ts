import { type CellBits, type FilterSeed, type FilterShape, KeyCells } from './filter-cells.js';

/**
 * A set of 64-bit keys of which a no is final: a key that is in it is always found. One that is not is found too once in
 * 2^`bits` times, so that whatever is found has to be looked up.
 */
export interface KeyFilter {
  /** How many different keys are in it. */
  readonly keys: number;
  readonly bits: CellBits;
  readonly seed: FilterSeed;
  readonly shape: FilterShape;
  readonly cells: Uint8Array | Uint16Array;
}

/** Asks a filter about keys, one after the other. The key is given in halves, as 32-bit words. */
export function filterProbe(filter: KeyFilter): (low: number, high: number) => boolean {
  const { cells, keys, shape, seed, bits } = filter;
  if (keys === 0) return () => false;
  const key = new KeyCells(shape, seed, bits);
  return (low, high) => {
    key.of(low, high);
    // Cells of a filter that was read are as many as its shape says: see `decodeFilter`.
    return ((cells[key.first] ?? 0) ^ (cells[key.second] ?? 0) ^ (cells[key.third] ?? 0)) === key.content;
  };
}
