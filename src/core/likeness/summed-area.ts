/** A picture summed up, so that the mean of any rectangle takes four look-ups (Crow, "Summed-area tables", 1984). */
import type { Luminance } from './luminance.js';

export interface SummedArea {
  readonly width: number;
  readonly height: number;
  /** `width + 1` to a row: at row y, column x the sum of all pixels above y and left of x. */
  readonly sums: Float64Array;
}

export function summedArea({ width, height, values }: Luminance): SummedArea {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return { width, height, sums };
}

/** Sum of the pixels from column `left` up to but without `right`, and likewise of rows; whole numbers within the picture. */
export function sumWithin(
  area: SummedArea,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const { sums } = area;
  const stride = area.width + 1;
  const above = (sums[top * stride + right] ?? 0) - (sums[top * stride + left] ?? 0);
  return (sums[bottom * stride + right] ?? 0) - (sums[bottom * stride + left] ?? 0) - above;
}
