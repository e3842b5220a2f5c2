/**
 * What stands under all keys that begin alike, so that somebody can look one up without telling which
 * (docs/snapshot-format.md, "Ranges"): as a delta has it, with bytes of 0 behind it up to the next multiple of 64 KiB.
 */
import { encodeChanges } from './snapshot-delta.js';
import type { KeyedTables } from './keyed-tables.js';

/** Of keys that share a range, where there are so many. */
const LEAST_KEYS = 1_000;
const PADDING = 65_536;
/** All hexadecimal digits of a key. */
const DIGITS = 16;

/** How many of the first hexadecimal digits of a key name its range. */
export function rangeDigits(keys: number): number {
  let digits = 0;
  while (keys / 16 ** (digits + 1) >= LEAST_KEYS) digits += 1;
  return digits;
}

/** @param prefix hexadecimal digits; empty for all keys */
export function encodeRange(tables: KeyedTables, prefix: string): Uint8Array {
  const { rows } = tables;
  const first = BigInt(`0x${prefix.padEnd(DIGITS, '0')}`);
  const last = BigInt(`0x${prefix.padEnd(DIGITS, 'f')}`);
  const found = [];
  const start = rows.from(Number(first & 0xffffffffn), Number(first >> 32n));
  for (let row = start; row < rows.count && rows.key(row) <= last; row += 1) {
    found.push({ key: rows.key(row), digest: rows.digest(row), block: tables.blockBytes(row) });
  }
  const bytes = encodeChanges(found);
  const padded = new Uint8Array(Math.ceil(bytes.length / PADDING) * PADDING);
  padded.set(bytes);
  return padded;
}
