/** Bundles of entries, c2sp.org/tlog-tiles: for each entry two bytes of length, big-endian, and its bytes. */
import { counted } from './counted.js';
import { MAX_ENTRY_LENGTH } from './sha256.js';
import { TILE_WIDTH } from './tile-path.js';
import { VerificationFailed } from './verification-failed.js';

const LENGTH_BYTES = 2;

/** In bytes: no bundle can be longer. */
export const MAX_BUNDLE_LENGTH = TILE_WIDTH * (LENGTH_BYTES + MAX_ENTRY_LENGTH);

/**
 * The entries of a bundle that must hold exactly `count` of them.
 * @param from index of its first entry, for messages
 * Throws VerificationFailed `wrong-length`.
 */
export function readBundle(bytes: Uint8Array, count: number, from: number, path: string): Uint8Array[] {
  const bundle = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (entries.length < count) {
    const start = offset + LENGTH_BYTES;
    const end = start <= bundle.length ? start + bundle.readUInt16BE(offset) : Infinity;
    if (end > bundle.length) {
      const index = from + entries.length;
      throw new VerificationFailed(
        'wrong-length',
        `${path} ends within leaf ${index}; it must hold ${counted(count, 'leaf', 'leaves')}.`,
        {
          path,
          index,
        },
      );
    }
    entries.push(bundle.subarray(start, end));
    offset = end;
  }
  if (offset < bundle.length) {
    const surplus = bundle.length - offset;
    throw new VerificationFailed(
      'wrong-length',
      `${path} has ${surplus} bytes too many after its ${counted(count, 'leaf', 'leaves')}.`,
      {
        path,
        index: from + count,
      },
    );
  }
  return entries;
}

/** Bytes that the first `count` of these entries take in a bundle. */
export function bundleLength(entries: readonly Uint8Array[], count: number): number {
  return entries.slice(0, count).reduce((sum, entry) => sum + LENGTH_BYTES + entry.length, 0);
}
