/**
 * The first steps of PDQ: a picture of any size becomes a block of 64 × 64 averages, from which both the hash and its quality
 * follow. Source: facebook/ThreatExchange, hashing/pdq/README.md and pdq/cpp/downscaling (Jarosz filter, decimation), and the
 * paper "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (2019), section 2.
 */
import type { Luminance } from './luminance.js';

/** Edge of a block, in values. */
export const BLOCK_EDGE = 64;

/** Row after row, 64 × 64 brightnesses of 0 to 255. */
export type PdqBlock = Float32Array;

/** Two box filters one after the other weigh like a tent, which is what keeps coarse pixels from flickering. */
const PASSES = 2;

/** Scaling of the sum of gradients, as published. */
const GRADIENTS_PER_POINT = 90;

export function pdqBlock(picture: Luminance): PdqBlock {
  const { width, height } = picture;
  if (width === BLOCK_EDGE && height === BLOCK_EDGE) return picture.values;
  return decimate(blur(picture), width, height);
}

/**
 * From 0 to 100: how much the block changes from one value to the next, changes of less than 1 % not counted. Flat or
 * nearly flat pictures score low, and their hashes say little.
 */
export function pdqQuality(block: PdqBlock): number {
  let sum = 0;
  for (let row = 0; row < BLOCK_EDGE; row += 1) {
    for (let column = 0; column < BLOCK_EDGE; column += 1) {
      const at = row * BLOCK_EDGE + column;
      const here = block[at] ?? 0;
      if (row + 1 < BLOCK_EDGE) sum += percentApart(here, block[at + BLOCK_EDGE] ?? 0);
      if (column + 1 < BLOCK_EDGE) sum += percentApart(here, block[at + 1] ?? 0);
    }
  }
  return Math.min(100, Math.floor(sum / GRADIENTS_PER_POINT));
}

function percentApart(a: number, b: number): number {
  return Math.floor((Math.abs(a - b) * 100) / 255);
}

function blur({ width, height, values }: Luminance): Float32Array {
  const alongRows = windowLength(width);
  const alongColumns = windowLength(height);
  const blurred = Float32Array.from(values);
  const between = new Float32Array(values.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let row = 0; row < height; row += 1) {
      boxFilter(blurred, between, { first: row * width, count: width, stride: 1 }, alongRows);
    }
    for (let column = 0; column < width; column += 1) {
      boxFilter(between, blurred, { first: column, count: height, stride: width }, alongColumns);
    }
  }
  return blurred;
}

/** Half of what one value of the block stands for, rounded up, since two passes reach twice as far. */
function windowLength(pixels: number): number {
  return Math.ceil(pixels / (2 * BLOCK_EDGE));
}

interface Line {
  readonly first: number;
  readonly count: number;
  readonly stride: number;
}

/** A moving average along a line; near its ends only over what there is. A window of even length leans towards the end. */
function boxFilter(from: Float32Array, into: Float32Array, line: Line, length: number): void {
  const { first, count, stride } = line;
  const ahead = Math.floor(length / 2);
  const behind = length - 1 - ahead;
  let sum = 0;
  let held = 0;
  for (let at = -ahead; at < count; at += 1) {
    if (at + ahead < count) {
      sum += from[first + (at + ahead) * stride] ?? 0;
      held += 1;
    }
    if (at - behind - 1 >= 0) {
      sum -= from[first + (at - behind - 1) * stride] ?? 0;
      held -= 1;
    }
    if (at >= 0) into[first + at * stride] = sum / held;
  }
}

/** Takes the value at the centre of each of the block's cells. */
function decimate(values: Float32Array, width: number, height: number): PdqBlock {
  const block = new Float32Array(BLOCK_EDGE * BLOCK_EDGE);
  for (let row = 0; row < BLOCK_EDGE; row += 1) {
    const from = Math.floor(((row + 0.5) * height) / BLOCK_EDGE) * width;
    for (let column = 0; column < BLOCK_EDGE; column += 1) {
      const at = Math.floor(((column + 0.5) * width) / BLOCK_EDGE);
      block[row * BLOCK_EDGE + column] = values[from + at] ?? 0;
    }
  }
  return block;
}
