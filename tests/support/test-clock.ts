import type { Clock } from '../../src/app/ports/surroundings.js';

/** A clock that stands still until a scenario moves it. */
export interface TestClock {
  readonly now: Clock;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

export function testClock(start = '2026-11-22T12:00:00.000Z'): TestClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
    },
  };
}
