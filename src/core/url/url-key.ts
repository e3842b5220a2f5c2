/**
 * The key under which filters and sorted tables keep a URL expression ("Keys of URLs" in the decisions taken).
 * A hit on it is only a hint: 64 bits of XXH can be forged, so every hit is confirmed by the expression's SHA-256.
 */
import { xxh64 } from './xxh64.js';

const utf8 = new TextEncoder();

/** XXH64, seed 0, of the expression's UTF-8 bytes: an unsigned 64-bit integer. */
export function urlKey(expression: string): bigint {
  return xxh64(utf8.encode(expression));
}
