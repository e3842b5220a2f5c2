/**
 * The block of a part of a picture: PDQ takes 64 × 64 values as they are, however they came about ("pdqFloat256FromFloatLuma"
 * in facebook/ThreatExchange), and here they are the means of equal cells. Unlike PDQ's own filter, whose even windows lean to
 * one side, means do not change when the picture is mirrored, so turning the spectrum equals turning the picture.
 */
import type { Box } from './box.js';
import { BLOCK_EDGE, type PdqBlock } from './pdq-block.js';
import type { SummedArea } from './summed-area.js';

const LINES = BLOCK_EDGE + 1;

/** `box` lies within the picture. */
export function regionBlock(area: SummedArea, box: Box): PdqBlock {
  const across = cellEdges(box.left, box.width, area.width);
  const down = cellEdges(box.top, box.height, area.height);
  const block = new Float32Array(BLOCK_EDGE * BLOCK_EDGE);
  const cell = (box.width * box.height) / block.length;
  let above = sumsAlong(area, across, down, 0);
  for (let row = 0; row < BLOCK_EDGE; row += 1) {
    const below = sumsAlong(area, across, down, row + 1);
    for (let column = 0; column < BLOCK_EDGE; column += 1) {
      const right = (below[column + 1] ?? 0) - (above[column + 1] ?? 0);
      const left = (below[column] ?? 0) - (above[column] ?? 0);
      block[row * BLOCK_EDGE + column] = (right - left) / cell;
    }
    above = below;
  }
  return block;
}

interface CellEdges {
  /** The pixel in which an edge lies, and how far in. */
  readonly pixels: Int32Array;
  readonly fractions: Float64Array;
}

function cellEdges(start: number, length: number, limit: number): CellEdges {
  const pixels = new Int32Array(LINES);
  const fractions = new Float64Array(LINES);
  for (let line = 0; line < LINES; line += 1) {
    const at = Math.min(limit, Math.max(0, start + (length * line) / BLOCK_EDGE));
    const pixel = Math.min(Math.floor(at), limit - 1);
    pixels[line] = pixel;
    fractions[line] = at - pixel;
  }
  return { pixels, fractions };
}

/** The sums above and left of each crossing of a horizontal line with the vertical ones, between pixels by proportion. */
function sumsAlong(area: SummedArea, across: CellEdges, down: CellEdges, line: number): Float64Array {
  const { sums } = area;
  const stride = area.width + 1;
  const start = (down.pixels[line] ?? 0) * stride;
  const lower = down.fractions[line] ?? 0;
  const along = new Float64Array(LINES);
  for (let k = 0; k < LINES; k += 1) {
    const at = start + (across.pixels[k] ?? 0);
    const share = across.fractions[k] ?? 0;
    const upperSum = (sums[at] ?? 0) * (1 - share) + (sums[at + 1] ?? 0) * share;
    const lowerSum = (sums[at + stride] ?? 0) * (1 - share) + (sums[at + stride + 1] ?? 0) * share;
    along[k] = upperSum * (1 - lower) + lowerSum * lower;
  }
  return along;
}
