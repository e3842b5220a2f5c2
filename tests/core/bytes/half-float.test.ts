import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { halfFloat, isFiniteHalf } from '../../../src/core/bytes/half-float.js';

/** The value that a half float stands for (IEEE 754, binary16). */
function valueOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

describe('half floats', () => {
  it('give every half float back as it was', () => {
    for (let bits = 0; bits < 0x10000; bits += 1) {
      if (isFiniteHalf(bits)) expect(halfFloat(valueOf(bits))).toBe(bits);
    }
  });

  it.each([
    [65_504, 0x7bff, 'the largest'],
    [65_519, 0x7bff, 'just under half way to the next'],
    [65_520, 0x7c00, 'half way: too large'],
    [1e30, 0x7c00, 'far too large'],
    [-Infinity, 0xfc00, 'infinite'],
    [NaN, 0x7e00, 'no number'],
    [2 ** -24, 0x0001, 'the smallest'],
    [2 ** -25, 0x0000, 'half of it: a tie, to even'],
    [2 ** -25 * 1.5, 0x0001, 'more than half of it'],
    [1 + 2 ** -11, 0x3c00, 'a tie, to even, down'],
    [1 + 3 * 2 ** -11, 0x3c02, 'a tie, to even, up'],
    [2047 / 1024, 0x3ffe + 1, 'the last below two'],
    [4095 / 2048, 0x4000, 'a carry into the exponent'],
  ])('round %d to %d: %s', (value, bits) => {
    expect(halfFloat(value)).toBe(bits);
  });

  it('are as near to any number as a half float can be', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, min: -65_000, max: 65_000 }), (value) => {
        const bits = halfFloat(value);
        const distance = Math.abs(valueOf(bits) - value);
        for (const other of [bits - 1, bits + 1]) {
          if (other < 0 || other > 0xffff || !isFiniteHalf(other)) continue;
          expect(Math.abs(valueOf(other) - value)).toBeGreaterThanOrEqual(distance);
        }
      }),
    );
  });
});
