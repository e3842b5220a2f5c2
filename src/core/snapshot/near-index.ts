/**
 * Fingerprints of 256 bits, and how those near another are found without comparing with all (docs/snapshot-format.md,
 * "Likeness"): two that differ in at most 31 bits differ in at most one bit of at least one of their sixteen 16-bit bands.
 * Little-endian: `ASSENTL1`, the number of fingerprints in 8 bytes; the fingerprints of 32 bytes, ascending; then for each band
 * the numbers of all fingerprints (4 bytes each), ascending by what they have in that band, then by number.
 */
import { compareBytes } from '../bytes/compare-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { hammingDistance } from '../likeness/hamming-distance.js';

/** Farther ones may be missed. */
export const NEAREST_BITS = 31;

export interface Near {
  /** 32 bytes. */
  readonly fingerprint: Uint8Array;
  readonly bits: number;
}

export type NearIndexProblemCode = 'not-fingerprints' | 'future-version' | 'cut-off' | 'out-of-order';

const HEADER = 16;
const LENGTH = 32;
const BANDS = 16;
const NAME = 'ASSENTL';
const VERSION = '1';

export function encodeNearIndex(fingerprints: readonly Uint8Array[]): Uint8Array {
  const sorted = fingerprints.toSorted(compareBytes);
  const all = sorted.filter((one, at) => at === 0 || compareBytes(sorted[at - 1] ?? one, one) !== 0);
  const bytes = new Uint8Array(HEADER + all.length * (LENGTH + 4 * BANDS));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(NAME + VERSION));
  view.setBigUint64(8, BigInt(all.length), true);
  for (const [at, one] of all.entries()) bytes.set(one, HEADER + LENGTH * at);
  for (let band = 0; band < BANDS; band += 1) {
    const numbers = all.map((one, number) => ({ number, value: bandOf(one, band) }));
    numbers.sort((a, b) => a.value - b.value || a.number - b.number);
    const start = HEADER + LENGTH * all.length + 4 * band * all.length;
    for (const [at, { number }] of numbers.entries()) view.setUint32(start + 4 * at, number, true);
  }
  return bytes;
}

export function decodeNearIndex(
  bytes: Uint8Array,
): { readonly ok: true; readonly index: NearIndex } | Refusal<NearIndexProblemCode> {
  const name = new TextDecoder().decode(bytes.slice(0, NAME.length + 1));
  if (!name.startsWith(NAME)) return refuse('not-fingerprints', 'The file does not hold fingerprints.');
  if (name !== NAME + VERSION) {
    return refuse(
      'future-version',
      'The fingerprints have a version that this program does not know: update it.',
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < HEADER ? -1 : Number(view.getBigUint64(8, true));
  if (bytes.length !== HEADER + count * (LENGTH + 4 * BANDS)) {
    return refuse('cut-off', 'The fingerprints are not as many as their file says: fetch it again.');
  }
  const index = new NearIndex(bytes, count);
  return index.isSorted()
    ? { ok: true, index }
    : refuse('out-of-order', 'The fingerprints are not in order: fetch the file again.');
}

export class NearIndex {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, count: number) {
    this.count = count;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  fingerprint(number: number): Uint8Array {
    return this.#bytes.subarray(HEADER + LENGTH * number, HEADER + LENGTH * (number + 1));
  }

  /** All that differ in at most so many bits, in no order. Throws `RangeError` for more than 31. */
  near(query: Uint8Array, mostBits: number): Near[] {
    if (mostBits > NEAREST_BITS)
      throw new RangeError(`Only what differs in at most ${NEAREST_BITS} bits is found.`);
    const seen = new Set<number>();
    const found: Near[] = [];
    for (let band = 0; band < BANDS; band += 1) {
      const own = bandOf(query, band);
      for (let flip = -1; flip < 16; flip += 1) {
        for (const number of this.#inBand(band, flip === -1 ? own : own ^ (1 << flip))) {
          if (seen.has(number)) continue;
          seen.add(number);
          const fingerprint = this.fingerprint(number);
          const bits = hammingDistance(query, fingerprint);
          if (bits <= mostBits) found.push({ fingerprint, bits });
        }
      }
    }
    return found;
  }

  isSorted(): boolean {
    for (let number = 1; number < this.count; number += 1) {
      if (compareBytes(this.fingerprint(number - 1), this.fingerprint(number)) >= 0) return false;
    }
    for (let band = 0; band < BANDS; band += 1) {
      let before = -1;
      for (let at = 0; at < this.count; at += 1) {
        const number = this.#number(band, at);
        const place = number < this.count ? this.#bandAt(band, at) * this.count + number : -1;
        if (place <= before) return false;
        before = place;
      }
    }
    return true;
  }

  *#inBand(band: number, value: number): Generator<number> {
    let [first, end] = [0, this.count];
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (this.#bandAt(band, middle) < value) first = middle + 1;
      else end = middle;
    }
    for (; first < this.count && this.#bandAt(band, first) === value; first += 1)
      yield this.#number(band, first);
  }

  #number(band: number, at: number): number {
    return this.#view.getUint32(HEADER + LENGTH * this.count + 4 * (band * this.count + at), true);
  }

  #bandAt(band: number, at: number): number {
    return bandOf(this.fingerprint(this.#number(band, at)), band);
  }
}

/** The bands are two bytes each, the first byte counting more. */
function bandOf(fingerprint: Uint8Array, band: number): number {
  return ((fingerprint[2 * band] ?? 0) << 8) | (fingerprint[2 * band + 1] ?? 0);
}
