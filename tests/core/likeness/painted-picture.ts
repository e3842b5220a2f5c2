import type { Luminance } from '../../../src/core/likeness/luminance.js';

/** A picture as vectors describe one: rectangles on a plain ground, each [left, top, right, bottom, brightness]. */
export interface Painting {
  readonly width: number;
  readonly height: number;
  readonly ground: number;
  readonly rectangles: readonly (readonly [number, number, number, number, number])[];
}

export function paint({ width, height, ground, rectangles }: Painting): Luminance {
  const values = new Float32Array(width * height).fill(ground);
  for (const [left, top, right, bottom, brightness] of rectangles) {
    for (let y = top; y < bottom; y += 1) values.fill(brightness, y * width + left, y * width + right);
  }
  return { width, height, values };
}
