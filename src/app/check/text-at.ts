import type { PackedTexts } from '../ports/tables.js';

const utf8 = new TextDecoder();

/** One of many texts, as a string. */
export function textAt({ pieces, piecesAt, starts, ends }: PackedTexts, at: number): string {
  const start = starts[at] ?? 0;
  let [first, last] = [0, pieces.length - 1];
  while (first < last) {
    const middle = (first + last + 1) >>> 1;
    if ((piecesAt[middle] ?? 0) <= start) first = middle;
    else last = middle - 1;
  }
  const from = piecesAt[first] ?? 0;
  // A copy, since memory that threads share is not decoded.
  return utf8.decode(pieces[first]?.slice(start - from, (ends[at] ?? 0) - from));
}
