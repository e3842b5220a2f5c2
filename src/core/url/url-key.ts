/**
 * The key under which filters and sorted tables keep a URL expression ("Keys of URLs" in the decisions taken).
 * A hit on it is only a hint: 64 bits of XXH can be forged, so every hit is confirmed by the expression's SHA-256.
 */
import { type Halves, xxh64, xxh64Halves } from './xxh64.js';

const utf8 = new TextEncoder();

/** XXH64, seed 0, of the expression's UTF-8 bytes: an unsigned 64-bit integer. */
export function urlKey(expression: string): bigint {
  return xxh64(utf8.encode(expression));
}

/** Most are shorter by far; longer ones are written into memory of their own. */
const LONGEST = 4_096;
const ascii = new Uint8Array(LONGEST);
const asciiView = new DataView(ascii.buffer);

/** The same in halves, for many at a time: nearly all expressions are ASCII, which needs no encoder and no new memory. */
export function urlKeyHalves(expression: string): Halves {
  if (writeAscii(expression)) return xxh64Halves(asciiView, expression.length);
  const bytes = utf8.encode(expression);
  return xxh64Halves(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.length);
}

function writeAscii(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return false;
    ascii[at] = code;
  }
  return true;
}
