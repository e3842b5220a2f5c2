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
  // As chunks of a table come, some of them without a text.
  const half = cells.length >> 1;
  const pieces = [cells.slice(0, half), cells.slice(half)].map((some) => new Uint8Array(Buffer.concat(some)));
  return { pieces, piecesAt: [0, pieces[0]?.length ?? 0], length: at, owners: [], starts, ends };
}
