/** How alike two recordings sound by their Chromaprint fingerprints, wherever in one of them the other begins. */
import { bitsSet } from './bits-set.js';

/** Items that must overlap, some eight seconds: shorter stretches agree by chance. */
const LEAST_OVERLAP = 64;

const ITEM_BITS = 32;
const DISTANCE_BITS = 256;

/**
 * In differing bits of 256, as leaves count it: of the alignment at which the overlap differs least. Recordings that have nothing
 * to do with each other come to somewhat less than 128. Undefined when either is too short to tell.
 */
export function soundDistance(a: Uint32Array, b: Uint32Array): number | undefined {
  if (Math.min(a.length, b.length) < LEAST_OVERLAP) return undefined;
  let least = 1;
  for (let shift = LEAST_OVERLAP - b.length; shift <= a.length - LEAST_OVERLAP; shift += 1) {
    least = Math.min(least, shareApart(a, b, shift));
  }
  return Math.round(least * DISTANCE_BITS);
}

/** The share of bits that differ when item 0 of `b` lies at item `shift` of `a`. */
function shareApart(a: Uint32Array, b: Uint32Array, shift: number): number {
  const from = Math.max(0, shift);
  const until = Math.min(a.length, b.length + shift);
  let apart = 0;
  for (let at = from; at < until; at += 1) apart += bitsSet((a[at] ?? 0) ^ (b[at - shift] ?? 0));
  return apart / ((until - from) * ITEM_BITS);
}
