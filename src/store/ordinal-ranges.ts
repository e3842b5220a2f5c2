import type { ValueTransformer } from 'typeorm';
import type { OrdinalRange } from '../app/ports/catalogue.js';

/** Ranges of ordinals as PostgreSQL writes an int8multirange: `{[0,4096),[8192,9000)}`. */
export const ordinalRanges: ValueTransformer = {
  to: (ranges: readonly OrdinalRange[]) => `{${ranges.map(({ from, to }) => `[${from},${to})`).join(',')}}`,
  from: (text: string): OrdinalRange[] =>
    Array.from(text.matchAll(/\[(\d+),(\d+)\)/g), ([, from = '', to = '']) => ({
      from: BigInt(from),
      to: BigInt(to),
    })),
};
