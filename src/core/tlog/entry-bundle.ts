/** Entry bundles of c2sp.org/tlog-tiles ("Log entries"): each entry after its length, two bytes, big-endian. */
import { concatBytes } from '@noble/hashes/utils.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { TILE_WIDTH } from './tile.js';

export type EntryBundleProblemCode = 'cut-off' | 'wrong-count';

export type DecodedEntryBundle =
  { readonly ok: true; readonly entries: readonly Uint8Array[] } | Refusal<EntryBundleProblemCode>;

/** In bytes. */
export const MAX_ENTRY_BYTES = 65_535;

const LENGTH_BYTES = 2;

/** The bytes of a bundle of 1 to 256 entries. Throws `RangeError` for other numbers, or an entry that is too long. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    throw new RangeError(`A bundle holds 1 to ${TILE_WIDTH} entries.`);
  }
  return concatBytes(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** The entries of a bundle whose path says that it holds `width` of them, 1 to 256. */
export function decodeEntryBundle(bytes: Uint8Array, width: number): DecodedEntryBundle {
  const entries: Uint8Array[] = [];
  let rest = bytes;
  while (rest.length > 0 && entries.length < width) {
    const [high, low] = rest;
    const end = LENGTH_BYTES + (high ?? 0) * 256 + (low ?? 0);
    if (low === undefined || rest.length < end) {
      return refuse('cut-off', `The bundle ends within its entry ${entries.length + 1}: fetch it again.`);
    }
    entries.push(rest.slice(LENGTH_BYTES, end));
    rest = rest.subarray(end);
  }
  return rest.length === 0 && entries.length === width
    ? { ok: true, entries }
    : refuse('wrong-count', `The bundle does not hold exactly ${width} entries.`);
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > MAX_ENTRY_BYTES) {
    throw new RangeError(`An entry has at most ${MAX_ENTRY_BYTES} bytes.`);
  }
  return Uint8Array.of(entry.length >> 8, entry.length & 0xff);
}
