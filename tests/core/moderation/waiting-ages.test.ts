import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGES_FROM, waitingAges } from '../../../src/core/moderation/waiting-ages.js';

const DAY = 24 * 60 * 60 * 1000;

describe('how long things have waited', () => {
  it('is counted by whole days, each thing in one place', () => {
    const days = [0, 0.5, 1, 2.9, 3, 6.9, 7, 13, 14, 29, 30, 400];
    expect(
      waitingAges(
        days.map((one) => -one * DAY),
        0,
      ),
    ).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('counts everything once, what begins in the future too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 })), (days) => {
        const counts = waitingAges(
          days.map((day) => day * DAY),
          0,
        );
        expect(counts).toHaveLength(AGES_FROM.length);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(days.length);
      }),
    );
  });
});
