import type { Leaf } from '../log/leaf.js';

/** The keys under which leaves say that a place is to be found, by its SHA-256 in hexadecimal. */
export type PlaceKeys = ReadonlyMap<string, ReadonlySet<bigint>>;

/** Notes the key of the place that a leaf speaks about. An honest log has one for each place. */
export function notePlaceKey(keys: Map<string, Set<bigint>>, leaf: Leaf): void {
  if (!('subject' in leaf) || !('xxh64' in leaf.subject)) return;
  const { sha256, xxh64 } = leaf.subject;
  const known = keys.get(sha256) ?? new Set();
  keys.set(sha256, known.add(BigInt(`0x${xxh64}`)));
}
