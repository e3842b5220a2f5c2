/** Hashing of inner nodes, RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256 over 0x01 and both children's hashes. */
import type { Sha256 } from '../log/sha256.js';

/** In bytes. */
export const HASH_LENGTH = 32;

/** Filled anew for each node; see `Sha256`. */
const INPUT = new Uint8Array(1 + 2 * HASH_LENGTH);
INPUT[0] = 0x01;

/** The 32 bytes of the node above two nodes of 32 bytes. Throws `RangeError` for other lengths. */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) {
    throw new RangeError(`A node is hashed from two hashes of ${HASH_LENGTH} bytes.`);
  }
  INPUT.set(left, 1);
  INPUT.set(right, 1 + HASH_LENGTH);
  return sha256(INPUT);
}
