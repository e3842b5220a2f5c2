/** The hashes of RFC 6962 §2.1: 0x00 before an entry, 0x01 before two nodes. Node's own SHA-256, by nothing of src/core. */
import { hash } from 'node:crypto';

/** In bytes. */
export const HASH_LENGTH = 32;

/** In bytes: what a length of two bytes in a bundle of entries can say (C2SP tlog-tiles). */
export const MAX_ENTRY_LENGTH = 65_535;

/** Root of the tree without leaves. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0));

// Both are filled anew for each hash: a million small allocations would cost more than the hashing.
const leafInput = Buffer.alloc(1 + MAX_ENTRY_LENGTH, 0x00);
const nodeInput = Buffer.alloc(1 + 2 * HASH_LENGTH, 0x01);

export function sha256(bytes: Uint8Array): Buffer {
  // By way of a text: a buffer that Node makes for a result costs more than the hashing.
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

/** @param entry at most MAX_ENTRY_LENGTH bytes; throws RangeError for more */
export function leafHash(entry: Uint8Array): Buffer {
  leafInput.set(entry, 1);
  return sha256(leafInput.subarray(0, 1 + entry.length));
}

/** @param left 32 bytes, as is `right` */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}
