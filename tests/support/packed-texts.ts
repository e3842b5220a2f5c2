import type { PackedTexts } from '../../src/app/ports/tables.js';

/** Texts as a table gives them to threads. */
export function packedTexts(texts: readonly string[]): PackedTexts {
  const cells = texts.map((text) => new TextEncoder().encode(text));
  const starts = new Uint32Array(cells.length);
  const ends = new Uint32Array(cells.length);
  let at = 0;
  for (const [place, cell] of cells.entries()) {
    starts[place] = at;
    at += cell.length;
    ends[place] = at;
  }
  return { bytes: new Uint8Array(Buffer.concat(cells)), starts, ends };
}
