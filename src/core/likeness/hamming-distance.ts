import { bitsSet } from './bits-set.js';

/** In how many bits two hashes of equal length differ. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 1) bits += bitsSet((a[at] ?? 0) ^ (b[at] ?? 0));
  return bits;
}
