/**
 * Places that a picture can be recognised by, found again wherever the picture is cropped, scaled, framed or pasted into
 * another: squares around spots that stand out from what surrounds them, at the size at which they do so most. (The idea of
 * scale-space extrema, Lindeberg 1998; means of squares by a summed-area table instead of Gaussians, as CenSurE 2008.)
 */
import type { Box } from './box.js';
import { type SummedArea, sumWithin } from './summed-area.js';

/** Edges of the inner square, in pixels: from the first, each √2 times the one before. */
const FIRST_EDGE = 6;
const EDGE_RATIO = Math.SQRT2;
const EDGES = 10;

/** Places looked at along an edge; where exactly a spot lies is found between them. */
const STEPS = 8;

/** Differences of fewer levels of brightness than this are noise. */
const LEAST_CONTRAST = 6;

/** Edge of a landmark, in edges of the square that stood out: enough of its surroundings to tell it from others. */
const REACH = 3.5;

/** How far a landmark may stick out of the picture, in its own edges; it is cut off there. */
const MAX_OVERHANG = 0.02;

/** The contrast of a square with the ring around it, at every `step`-th pixel. */
interface Layer {
  readonly edge: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly contrasts: Float32Array;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly edge: number;
  readonly contrast: number;
}

/** At most `count` squares, the most telling first, no two of them nearly the same. */
export function landmarks(area: SummedArea, count: number): readonly Box[] {
  const layers = layersOf(area);
  const candidates = layers
    .flatMap((layer, at) => spotsOf(layer, layers[at - 1], layers[at + 1]))
    .sort((a, b) => weight(b) - weight(a))
    .map((spot) => squareAround(spot, area))
    .filter((box) => box !== undefined);
  const chosen: Box[] = [];
  for (const box of candidates) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => isNearlyTheSame(box, other))) chosen.push(box);
  }
  return chosen;
}

/**
 * Large spots are rarer than small ones, and survive more: paper grain and brush strokes are small and strong. By the root of the
 * edge they would crowd out what a picture is recognised by; by the edge itself a small part of a picture would keep too little.
 */
function weight({ contrast, edge }: Spot): number {
  return contrast * edge ** 0.75;
}

function layersOf(area: SummedArea): readonly Layer[] {
  const edges = Array.from({ length: EDGES }, (_, at) => FIRST_EDGE * EDGE_RATIO ** at);
  return edges
    .filter((edge) => 2 * edge <= Math.min(area.width, area.height))
    .map((edge) => layerOf(area, edge));
}

function layerOf(area: SummedArea, edge: number): Layer {
  const step = Math.max(1, Math.floor(edge / STEPS));
  const across = spansAlong(area.width, edge, step);
  const down = spansAlong(area.height, edge, step);
  const columns = across.inner.length / 2;
  const rows = down.inner.length / 2;
  const contrasts = new Float32Array(columns * rows);
  const margin = Math.ceil((0.75 * edge - 0.5) / step);
  for (let row = margin; row < rows - margin; row += 1) {
    for (let column = margin; column < columns - margin; column += 1) {
      contrasts[row * columns + column] = contrastAt(area, across, down, 2 * column, 2 * row);
    }
  }
  return { edge, step, columns, rows, contrasts };
}

/** For every place along one direction where the square and the ring begin and end, in whole pixels within the picture. */
interface Spans {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
}

function spansAlong(length: number, edge: number, step: number): Spans {
  const places = Math.floor((length - 1) / step) + 1;
  const [inner, outer] = [new Int32Array(2 * places), new Int32Array(2 * places)];
  for (let place = 0; place < places; place += 1) {
    const middle = place * step + 0.5;
    inner[2 * place] = Math.max(0, Math.round(middle - edge / 2));
    inner[2 * place + 1] = Math.min(length, Math.round(middle + edge / 2));
    outer[2 * place] = Math.max(0, Math.round(middle - edge));
    outer[2 * place + 1] = Math.min(length, Math.round(middle + edge));
  }
  return { inner, outer };
}

/** Mean of the square of this edge minus mean of the ring around it, out to twice the edge or the picture's end. */
function contrastAt(area: SummedArea, across: Spans, down: Spans, x: number, y: number): number {
  const [left, right] = [across.inner[x] ?? 0, across.inner[x + 1] ?? 0];
  const [top, bottom] = [down.inner[y] ?? 0, down.inner[y + 1] ?? 0];
  const [outerLeft, outerRight] = [across.outer[x] ?? 0, across.outer[x + 1] ?? 0];
  const [outerTop, outerBottom] = [down.outer[y] ?? 0, down.outer[y + 1] ?? 0];
  const sum = sumWithin(area, left, top, right, bottom);
  const pixels = (right - left) * (bottom - top);
  const ringSum = sumWithin(area, outerLeft, outerTop, outerRight, outerBottom) - sum;
  return sum / pixels - ringSum / ((outerRight - outerLeft) * (outerBottom - outerTop) - pixels);
}

/** Where the contrast is greater than at the eight places around and at the next smaller and larger edge. */
function spotsOf(layer: Layer, smaller: Layer | undefined, larger: Layer | undefined): readonly Spot[] {
  const { columns, rows, contrasts } = layer;
  const spots: Spot[] = [];
  for (let row = 1; row < rows - 1; row += 1) {
    for (let column = 1; column < columns - 1; column += 1) {
      const at = row * columns + column;
      if (Math.abs(contrasts[at] ?? 0) < LEAST_CONTRAST || !standsOut(layer, at)) continue;
      const spot = spotAt(layer, row, column, smaller, larger);
      if (spot !== undefined) spots.push(spot);
    }
  }
  return spots;
}

function standsOut({ contrasts, columns }: Layer, at: number): boolean {
  const here = contrasts[at] ?? 0;
  const sign = Math.sign(here);
  for (const offset of [-columns - 1, -columns, -columns + 1, -1]) {
    if (sign * (contrasts[at + offset] ?? 0) >= sign * here) return false;
    // Of equal neighbours the first one stands out, so that a plateau gives one spot and not none.
    if (sign * (contrasts[at - offset] ?? 0) > sign * here) return false;
  }
  return true;
}

function spotAt(
  layer: Layer,
  row: number,
  column: number,
  smaller: Layer | undefined,
  larger: Layer | undefined,
): Spot | undefined {
  const { columns, contrasts, step } = layer;
  const at = row * columns + column;
  const contrast = Math.abs(contrasts[at] ?? 0);
  const sign = Math.sign(contrasts[at] ?? 0);
  const [x, y] = [column * step + 0.5, row * step + 0.5];
  const before = contrastNear(smaller, x, y);
  const after = contrastNear(larger, x, y);
  if (contrast < before || contrast < after) return undefined;
  const beside = (offset: number) => sign * (contrasts[at + offset] ?? 0);
  return {
    x: x + step * peakOffset(beside(-1), contrast, beside(1)),
    y: y + step * peakOffset(beside(-columns), contrast, beside(columns)),
    edge: layer.edge * EDGE_RATIO ** peakOffset(before, contrast, after),
    contrast,
  };
}

function contrastNear(layer: Layer | undefined, x: number, y: number): number {
  if (layer === undefined) return 0;
  const column = Math.min(layer.columns - 1, Math.max(0, Math.round((x - 0.5) / layer.step)));
  const row = Math.min(layer.rows - 1, Math.max(0, Math.round((y - 0.5) / layer.step)));
  return Math.abs(layer.contrasts[row * layer.columns + column] ?? 0);
}

/** Where between -½ and ½ the parabola through three values one apart has its top. */
function peakOffset(before: number, here: number, after: number): number {
  const curvature = before - 2 * here + after;
  return curvature < -1e-6 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature))) : 0;
}

function squareAround({ x, y, edge }: Spot, area: SummedArea): Box | undefined {
  const reach = edge * REACH;
  const [left, top] = [x - reach / 2, y - reach / 2];
  const slack = MAX_OVERHANG * reach;
  const isWithin =
    left >= -slack &&
    top >= -slack &&
    left + reach <= area.width + slack &&
    top + reach <= area.height + slack;
  if (!isWithin) return undefined;
  const [cutLeft, cutTop] = [Math.max(0, left), Math.max(0, top)];
  return {
    left: cutLeft,
    top: cutTop,
    width: Math.min(reach, area.width - cutLeft),
    height: Math.min(reach, area.height - cutTop),
  };
}

function isNearlyTheSame(a: Box, b: Box): boolean {
  const apart = Math.max(
    Math.abs(a.left + a.width / 2 - b.left - b.width / 2),
    Math.abs(a.top + a.height / 2 - b.top - b.height / 2),
  );
  return apart < 0.15 * a.width && Math.abs(Math.log(a.width / b.width)) < 0.2;
}
