/**
 * The sorted keys of a snapshot (docs/snapshot-format.md, "rows.bin"), 28 bytes a key, little-endian: `ASSENTK1`, the number of
 * keys in 8 bytes; then all keys of 8 bytes in ascending order, then for each where its block begins, in units of 8 bytes
 * (4 bytes), then for each the first 16 bytes of the SHA-256 of what it stands for, by which those of one key are ordered.
 */
import { compareBytes } from '../bytes/compare-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';

export const ROW_BYTES = 28;
export const DIGEST_BYTES = 16;

const HEADER = 16;
const NAME = 'ASSENTK';
const VERSION = '1';

export interface Row {
  readonly key: bigint;
  /** At least 16 bytes; only those are kept. */
  readonly digest: Uint8Array;
  /** In bytes, a multiple of 8. */
  readonly blockAt: number;
}

export type RowsProblemCode = 'not-rows' | 'future-version' | 'cut-off' | 'out-of-order';

export type DecodedRows = { readonly ok: true; readonly rows: KeyRows } | Refusal<RowsProblemCode>;

/** Ascending by key, then by digest. */
export function compareRows(a: Omit<Row, 'blockAt'>, b: Omit<Row, 'blockAt'>): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return compareBytes(a.digest.subarray(0, DIGEST_BYTES), b.digest.subarray(0, DIGEST_BYTES));
}

/** @param rows sorted by `compareRows` */
export function encodeRows(rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(HEADER + rows.length * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(NAME + VERSION));
  view.setBigUint64(8, BigInt(rows.length), true);
  const [blocksAt, digestsAt] = [HEADER + 8 * rows.length, HEADER + 12 * rows.length];
  for (const [at, { key, digest, blockAt }] of rows.entries()) {
    view.setBigUint64(HEADER + 8 * at, key, true);
    view.setUint32(blocksAt + 4 * at, blockAt / 8, true);
    bytes.set(digest.subarray(0, DIGEST_BYTES), digestsAt + DIGEST_BYTES * at);
  }
  return bytes;
}

/**
 * Reads rows and looks whether they are in order.
 * @param isOrdered whether that is known, because somebody has looked at the same bytes
 */
export function decodeRows(bytes: Uint8Array, isOrdered = false): DecodedRows {
  const name = new TextDecoder().decode(bytes.slice(0, NAME.length + 1));
  if (!name.startsWith(NAME)) return refuse('not-rows', 'The file does not hold the keys of a snapshot.');
  if (name !== NAME + VERSION) {
    return refuse('future-version', 'The keys have a version that this program does not know: update it.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < HEADER ? -1 : Number(view.getBigUint64(8, true));
  if (bytes.length !== HEADER + count * ROW_BYTES) {
    return refuse('cut-off', 'The keys are not as many as their file says: fetch it again.');
  }
  const rows = new KeyRows(bytes, count);
  return isOrdered || rows.isSorted()
    ? { ok: true, rows }
    : refuse('out-of-order', 'The keys are not in order: fetch the file again.');
}

/** Rows, read where they lie. */
export class KeyRows {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #blocksAt: number;
  readonly #digestsAt: number;

  constructor(bytes: Uint8Array, count: number) {
    this.count = count;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#blocksAt = HEADER + 8 * count;
    this.#digestsAt = HEADER + 12 * count;
  }

  low(row: number): number {
    return this.#view.getUint32(HEADER + 8 * row, true);
  }

  high(row: number): number {
    return this.#view.getUint32(HEADER + 8 * row + 4, true);
  }

  key(row: number): bigint {
    return this.#view.getBigUint64(HEADER + 8 * row, true);
  }

  blockAt(row: number): number {
    return this.#view.getUint32(this.#blocksAt + 4 * row, true) * 8;
  }

  digest(row: number): Uint8Array {
    const at = this.#digestsAt + DIGEST_BYTES * row;
    return this.#bytes.subarray(at, at + DIGEST_BYTES);
  }

  /**
   * The first row whose key, in unsigned halves, is not smaller. Hashes lie evenly, so the search begins where the key would
   * lie among them.
   */
  from(low: number, high: number): number {
    let [first, end] = this.#around(low, high);
    while (first < end) {
      const middle = (first + end) >>> 1;
      if (this.#isBefore(middle, low, high)) first = middle + 1;
      else end = middle;
    }
    return first;
  }

  /** Reads each key beside the one before it: numbers that are carried from row to row become objects. */
  isSorted(): boolean {
    const view = this.#view;
    for (let row = 1, at = HEADER + 8; row < this.count; row += 1, at += 8) {
      const high = view.getUint32(at + 4, true);
      const highBefore = view.getUint32(at - 4, true);
      if (high > highBefore) continue;
      const low = view.getUint32(at, true);
      const lowBefore = view.getUint32(at - 8, true);
      if (high === highBefore && low > lowBefore) continue;
      const isSame = high === highBefore && low === lowBefore;
      if (!isSame || compareBytes(this.digest(row - 1), this.digest(row)) >= 0) return false;
    }
    return true;
  }

  #isBefore(row: number, low: number, high: number): boolean {
    const own = this.high(row);
    return own < high || (own === high && this.low(row) < low);
  }

  #around(low: number, high: number): [number, number] {
    const guess = Math.floor((high / 0x1_0000_0000) * this.count);
    let reach = 16;
    let first = Math.max(0, guess - reach);
    while (first > 0 && !this.#isBefore(first - 1, low, high)) first = Math.max(0, first - (reach *= 4));
    reach = 16;
    let end = Math.min(this.count, guess + reach);
    while (end < this.count && this.#isBefore(end, low, high)) end = Math.min(this.count, end + (reach *= 4));
    return [first, end];
  }
}
