/** The root of a tree without leaves, RFC 6962 §2.1 (RFC 9162 §2.1.1): SHA-256 of nothing. */
import type { Sha256 } from '../log/sha256.js';

export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}
