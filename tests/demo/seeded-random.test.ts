import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeededRandom } from '../../src/demo/seeded-random.js';

function firstOf(seed: string, count: number): number[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, () => random.next());
}

describe('a seeded random stream', () => {
  it('repeats itself for the same seed and differs for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(firstOf(left, 8)).toEqual(firstOf(left, 8));
        fc.pre(left !== right);
        expect(firstOf(left, 8)).not.toEqual(firstOf(right, 8));
      }),
    );
  });

  it('gave these numbers when the pictures were designed', () => {
    expect(firstOf('mosaic/0/drawing', 3).map((value) => value.toFixed(9))).toEqual([
      '0.418435271',
      '0.247144053',
      '0.831348688',
    ]);
  });

  it('stays within the bounds it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, low, span) => {
        const random = new SeededRandom(seed);
        for (let draw = 0; draw < 20; draw += 1) {
          const whole = random.integer(low, low + span);
          expect(Number.isInteger(whole) && whole >= low && whole <= low + span).toBe(true);
          const share = random.next();
          expect(share >= 0 && share < 1).toBe(true);
          expect(Math.abs(random.wobble())).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('spreads evenly over ten bins', () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const value of firstOf('spread', 20_000)) {
      const bin = Math.floor(value * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('shuffles without losing or adding an item', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const shuffled = new SeededRandom(seed).shuffled(items);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('refuses to pick from nothing', () => {
    expect(() => new SeededRandom('empty').pick([])).toThrow(RangeError);
  });
});
