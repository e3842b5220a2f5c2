import type { Noise } from './gradient-noise.js';
import { layeredNoise } from './gradient-noise.js';
import type { Point } from './svg-path.js';

/** A skyline of hills from left to right edge, in pixels. */
interface Ridge {
  /** Mean height of the line on the canvas. */
  readonly level: number;
  /** Height of the hills above and below it. */
  readonly swing: number;
  /** Length of a typical hill. */
  readonly length: number;
  /** 0 for round hills, 1 for sharp peaks. */
  readonly sharpness: number;
  /** Picks another line from the same noise. */
  readonly row: number;
}

/** Folding noise at zero turns its smooth crossings into crests, about -1 to 1. */
function peaks(noise: Noise, along: number, row: number): number {
  let sum = -0.1;
  for (let octave = 0; octave < 4; octave += 1) {
    sum +=
      (0.72 - 2 * Math.abs(noise(along * 2 ** octave, row * 5.3 + octave * 9.1))) * 0.58 ** octave * 0.62;
  }
  return sum;
}

/** Points a few pixels apart along a ridge, reaching a little beyond both edges of a canvas `width` wide. */
export function ridgeLine(noise: Noise, width: number, ridge: Ridge): Point[] {
  const points: Point[] = [];
  for (let x = -12; x <= width + 12; x += 4) {
    const along = x / ridge.length;
    const round = layeredNoise(noise, along, ridge.row * 7.7, 4);
    const rise = round * (1 - ridge.sharpness) + peaks(noise, along, ridge.row) * ridge.sharpness;
    points.push([x, ridge.level - rise * ridge.swing]);
  }
  return points;
}
