/**
 * Where a key lies in the filter of a snapshot, and what stands there for it. The filter is a 3-wise binary fuse filter (Graf
 * and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", JEA 2022, section 3), with a mixing function of its own
 * in 32-bit words, which JavaScript, Python and C work out alike.
 */

/** Cells of a filter lie in segments; the three of a key lie in three neighbouring ones. */
export interface FilterShape {
  /** A power of two, at most 2^18. */
  readonly segmentLength: number;
  /** In how many segments the first of a key's cells may lie. There are two more. */
  readonly segmentCount: number;
}

/** Two 32-bit words that nobody could know who chose a key. */
export type FilterSeed = readonly [number, number];

/** How many bits of a key a cell stands for. */
export type CellBits = 8 | 16;

const LONGEST_SEGMENT = 2 ** 18;

/** The shape for so many different keys; sizes after the paper, section 4. */
export function filterShape(keys: number): FilterShape {
  const exponent = keys <= 1 ? 2 : Math.floor(Math.log(keys) / Math.log(3.33) + 2.25);
  const segmentLength = Math.min(LONGEST_SEGMENT, 2 ** exponent);
  const spare = keys <= 1 ? 0 : Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(keys));
  const segments = Math.ceil(Math.round(keys * spare) / segmentLength);
  return { segmentLength, segmentCount: Math.max(1, segments - 2) };
}

export function cellCount({ segmentLength, segmentCount }: FilterShape): number {
  return (segmentCount + 2) * segmentLength;
}

/** Whether a filter of so many keys can have this shape: logarithms differ in their last bit from machine to machine. */
export function isPossibleShape(shape: FilterShape, keys: number): boolean {
  return shape.segmentLength <= LONGEST_SEGMENT && shape.segmentCount >= 1 && keys <= cellCount(shape);
}

/** The three cells of a key and what their contents XOR to; changed in place, since a new one for every key would cost more. */
export class KeyCells {
  first = 0;
  second = 0;
  third = 0;
  content = 0;
  readonly #shape: FilterShape;
  readonly #reach: number;
  readonly #mask: number;
  readonly #seedLow: number;
  readonly #seedHigh: number;
  readonly #contentShift: number;

  constructor(shape: FilterShape, [seedLow, seedHigh]: FilterSeed, bits: CellBits) {
    this.#shape = shape;
    this.#reach = shape.segmentCount * shape.segmentLength;
    this.#mask = shape.segmentLength - 1;
    this.#seedLow = seedLow;
    this.#seedHigh = seedHigh;
    this.#contentShift = 32 - bits;
  }

  /** Of the key with these halves, as unsigned or signed 32-bit words. */
  of(low: number, high: number): void {
    // Three rounds of a Feistel network: it takes no two keys to one pair of words.
    const one = high ^ this.#seedHigh ^ mix(low ^ this.#seedLow);
    const two = low ^ this.#seedLow ^ mix(one);
    const three = one ^ mix(two);
    const four = mix(two ^ three);
    const { segmentLength } = this.#shape;
    this.first = scaled(two >>> 0, this.#reach);
    this.second = (this.first + segmentLength) ^ (three & this.#mask);
    this.third = (this.first + 2 * segmentLength) ^ (four & this.#mask);
    this.content = four >>> this.#contentShift;
  }
}

/** The finalizer of MurmurHash3 for 32 bits. */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The product of two unsigned words over 2^32, rounded down. In halves, as a double holds no 64 bits. */
function scaled(word: number, reach: number): number {
  const low = Math.floor(((word & 0xffff) * reach) / 0x1_0000);
  return Math.floor(((word >>> 16) * reach + low) / 0x1_0000);
}
