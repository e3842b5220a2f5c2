import type { SeededRandom } from '../seeded-random.js';
import { cyclic } from './cyclic.js';

/** Smooth noise over the plane, about -1 to 1. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** Perlin's gradient noise with gradients drawn from `random`. */
export function gradientNoise(random: SeededRandom): Noise {
  const order = random.shuffled(Array.from({ length: SIZE }, (_, index) => index));
  const gradients = order.map((index) => {
    const angle = (index / SIZE) * Math.PI * 2;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
  const corner = (column: number, row: number, dx: number, dy: number): number => {
    const gradient = cyclic(gradients, cyclic(order, column) + row);
    return gradient.x * dx + gradient.y * dy;
  };
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const dx = x - column;
    const dy = y - row;
    const across = fade(dx);
    const top = corner(column, row, dx, dy) * (1 - across) + corner(column + 1, row, dx - 1, dy) * across;
    const bottom =
      corner(column, row + 1, dx, dy - 1) * (1 - across) +
      corner(column + 1, row + 1, dx - 1, dy - 1) * across;
    return (top + (bottom - top) * fade(dy)) * 1.4;
  };
}

/** Sum of `octaves` ever finer and fainter copies of a noise, about -1 to 1. */
export function layeredNoise(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += noise(x * scale, y * scale + octave * 17.3) * weight;
    weight /= 2;
    scale *= 2;
  }
  return sum;
}
