import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { soundDistance } from '../../../src/core/likeness/sound-distance.js';
import { SeededRandom } from '../../../src/demo/seeded-random.js';

function items(seed: string, count: number): Uint32Array {
  const random = new SeededRandom(seed);
  return Uint32Array.from({ length: count }, () => random.next() * 2 ** 32);
}

describe('soundDistance', () => {
  it('is 0 for a recording and any part of it that is long enough', () => {
    const whole = items('whole', 200);
    fc.assert(
      fc.property(fc.nat(136), fc.integer({ min: 64, max: 200 }), (start, length) => {
        const part = whole.subarray(start, start + length);
        expect(soundDistance(whole, part)).toBe(0);
        expect(soundDistance(part, whole)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('counts differing bits as if there were 256', () => {
    const whole = items('whole', 100);
    expect(
      soundDistance(
        whole,
        whole.map((item) => item ^ 0xff),
      ),
    ).toBe(64);
  });

  it('is near 128 for two that have nothing in common', () => {
    expect(soundDistance(items('a', 150), items('b', 150))).toBeGreaterThan(110);
  });

  it('does not tell when one of them is shorter than some eight seconds', () => {
    expect(soundDistance(items('a', 63), items('a', 200))).toBeUndefined();
    expect(soundDistance(items('a', 200), new Uint32Array())).toBeUndefined();
  });
});
