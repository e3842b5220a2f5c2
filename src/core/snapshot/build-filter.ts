import { type CellBits, type FilterSeed, KeyCells, cellCount, filterShape } from './filter-cells.js';
import type { KeyFilter } from './key-filter.js';

/** A seed fails about once in a hundred times, and each is another chance. */
const MOST_SEEDS = 64;

/**
 * The filter of a set of 64-bit keys, in any order, the same ones more than once if need be.
 * @param seedOf the seed for the first, second … attempt. Whoever knows it beforehand can make keys for which it fails, so it
 * has to come from what nobody knew: the root of the log.
 * Throws when none of 64 seeds is good, which has no other cause than such keys.
 */
export function buildFilter(
  keys: BigUint64Array,
  bits: CellBits,
  seedOf: (attempt: number) => FilterSeed,
): KeyFilter {
  const halves = halvesOf(keys);
  const shape = filterShape(halves.length / 2);
  for (let attempt = 0; attempt < MOST_SEEDS; attempt += 1) {
    const seed = seedOf(attempt);
    const key = new KeyCells(shape, seed, bits);
    const order = peel(halves, key, cellCount(shape));
    if (order === undefined) continue;
    const cells = fill(order, key, bits === 8 ? new Uint8Array(order.cells) : new Uint16Array(order.cells));
    return { keys: halves.length / 2, bits, seed, shape, cells };
  }
  throw new Error('No seed makes a filter of these keys.');
}

/** The different keys as pairs of words, the low one first. */
function halvesOf(keys: BigUint64Array): Uint32Array {
  const sorted = keys.slice().sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const key = sorted[at] ?? 0n;
    if (at > 0 && key === sorted[count - 1]) continue;
    sorted[count] = key;
    count += 1;
  }
  // Every platform of this program has the low word first.
  return new Uint32Array(sorted.buffer, 0, count * 2);
}

/** In which order keys can be given cells that no later one changes: each with the cell that it alone has by then. */
interface PeelOrder {
  readonly cells: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly own: Uint32Array;
}

/** Undefined when some keys keep each other from being peeled. */
function peel(halves: Uint32Array, key: KeyCells, cells: number): PeelOrder | undefined {
  const keys = halves.length / 2;
  const holders = new Uint32Array(cells);
  const lowOf = new Uint32Array(cells);
  const highOf = new Uint32Array(cells);
  const change = (cell: number, low: number, high: number, by: 1 | -1): number => {
    const left = (holders[cell] ?? 0) + by;
    holders[cell] = left;
    lowOf[cell] = (lowOf[cell] ?? 0) ^ low;
    highOf[cell] = (highOf[cell] ?? 0) ^ high;
    return left;
  };
  for (let at = 0; at < keys; at += 1) {
    const [low, high] = [halves[2 * at] ?? 0, halves[2 * at + 1] ?? 0];
    key.of(low, high);
    change(key.first, low, high, 1);
    change(key.second, low, high, 1);
    change(key.third, low, high, 1);
  }
  const order = {
    cells,
    low: new Uint32Array(keys),
    high: new Uint32Array(keys),
    own: new Uint32Array(keys),
  };
  const alone = new Uint32Array(cells);
  let waiting = 0;
  for (let cell = 0; cell < cells; cell += 1) if (holders[cell] === 1) alone[waiting++] = cell;
  let peeled = 0;
  while (waiting > 0) {
    const own = alone[(waiting -= 1)] ?? 0;
    // Its key may have been peeled by way of another of its cells.
    if (holders[own] !== 1) continue;
    const [low, high] = [lowOf[own] ?? 0, highOf[own] ?? 0];
    order.low[peeled] = low;
    order.high[peeled] = high;
    order.own[peeled] = own;
    peeled += 1;
    key.of(low, high);
    for (const cell of [key.first, key.second, key.third]) {
      if (change(cell, low, high, -1) === 1) alone[waiting++] = cell;
    }
  }
  return peeled === keys ? order : undefined;
}

/** From the last peeled to the first: the cell of each is the one that none of those before it has touched. */
function fill<Cells extends Uint8Array | Uint16Array>(order: PeelOrder, key: KeyCells, cells: Cells): Cells {
  for (let at = order.own.length - 1; at >= 0; at -= 1) {
    key.of(order.low[at] ?? 0, order.high[at] ?? 0);
    const others = (cells[key.first] ?? 0) ^ (cells[key.second] ?? 0) ^ (cells[key.third] ?? 0);
    cells[order.own[at] ?? 0] = key.content ^ others;
  }
  return cells;
}
