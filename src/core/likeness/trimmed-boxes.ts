import { type Box, wholeBox } from './box.js';
import type { Luminance } from './luminance.js';

/** How much brightness may vary along a line that counts as blank: what JPEG at quality 30 leaves of a flat colour. */
const BLANK_RANGE = 20;

/** A frame, a mat in it, a margin in that, and one more. */
const MAX_FRAMES = 4;

/** Less than this many pixels say nothing. */
const LEAST_EDGE = 8;

/**
 * What is left of a picture when its frames are taken off one after the other: a frame is a margin on any sides, on each of
 * one brightness, whatever the brightness. Outermost first; empty when there is no frame.
 */
export function trimmedBoxes(picture: Luminance): readonly Box[] {
  const boxes: Box[] = [];
  let box = wholeBox(picture);
  while (boxes.length < MAX_FRAMES) {
    const inner = withoutMargins(picture, box);
    if (inner.width === box.width && inner.height === box.height) break;
    boxes.push(inner);
    box = inner;
  }
  return boxes;
}

function withoutMargins(picture: Luminance, box: Box): Box {
  const { left, width } = box;
  const rows = (from: number, by: 1 | -1) =>
    marginLength(box.height, (at) =>
      rangeOf(picture.values, (from + by * at) * picture.width + left, width, 1),
    );
  const above = rows(box.top, 1);
  const below = above === box.height ? 0 : rows(box.top + box.height - 1, -1);
  const [top, height] = kept(box.top, box.height, above, below);
  const columns = (from: number, by: 1 | -1) =>
    marginLength(width, (at) =>
      rangeOf(picture.values, top * picture.width + from + by * at, height, picture.width),
    );
  const before = columns(left, 1);
  const after = before === width ? 0 : columns(left + width - 1, -1);
  const [keptLeft, keptWidth] = kept(left, width, before, after);
  return { left: keptLeft, top, width: keptWidth, height };
}

/** Lines from one side on that are blank, and as bright as the first. */
function marginLength(lines: number, rangeAt: (line: number) => Range): number {
  const first = rangeAt(0);
  for (let line = 0; line < lines; line += 1) {
    const { least, greatest } = rangeAt(line);
    if (Math.max(greatest, first.greatest) - Math.min(least, first.least) > BLANK_RANGE) return line;
  }
  return lines;
}

/** What two margins leave, something at any rate. */
function kept(start: number, length: number, before: number, after: number): [start: number, length: number] {
  const least = Math.min(length, LEAST_EDGE);
  const cut = Math.min(before, length - least);
  return [start + cut, Math.max(least, length - cut - after)];
}

interface Range {
  readonly least: number;
  readonly greatest: number;
}

function rangeOf(values: Float32Array, first: number, count: number, stride: number): Range {
  let least = 255;
  let greatest = 0;
  for (let k = 0; k < count; k += 1) {
    const value = values[first + k * stride] ?? 0;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (greatest - least > BLANK_RANGE) break;
  }
  return { least, greatest };
}
