import type { PackedTexts } from '../ports/tables.js';

const utf8 = new TextDecoder();

/** One of many texts, as a string. */
export function textAt({ bytes, starts, ends }: PackedTexts, at: number): string {
  return utf8.decode(bytes.subarray(starts[at], ends[at]));
}
