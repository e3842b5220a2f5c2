/** Leaf hashing of RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256 over 0x00 and the bytes of the entry. */
import { concatBytes } from '@noble/hashes/utils.js';
import type { Sha256 } from './sha256.js';

const LEAF_PREFIX = Uint8Array.of(0x00);

/** The 32 bytes by which the log's tree knows an entry. */
export function leafHash(entry: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes(LEAF_PREFIX, entry));
}
