import type { Sha256 } from '../ports/surroundings.js';

const utf8 = new TextEncoder();

/** SHA-256 of a canonical expression: how claims, statements and leaves name a place. */
export function placeDigest(expression: string, sha256: Sha256): Uint8Array {
  return sha256(utf8.encode(expression));
}
