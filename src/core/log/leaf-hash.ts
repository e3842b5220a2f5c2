/** Leaf hashing of RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256 over 0x00 and the bytes of the entry. */
import type { Sha256 } from './sha256.js';

const LEAF_PREFIX = 0x00;

/** The 32 bytes by which the log's tree knows an entry. */
export function leafHash(entry: Uint8Array, sha256: Sha256): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input[0] = LEAF_PREFIX;
  input.set(entry, 1);
  return sha256(input);
}
