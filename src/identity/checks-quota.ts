import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Program } from './program.js';

const SECONDS = 60;

/** A key is worth so many networks. */
const WITH_KEY = 10;

/** How many addresses a program may ask about in a minute, whichever way it asks. */
export interface ChecksQuota {
  /** Counts them. Answers how many milliseconds to wait before they are answered; 0 while they are within the quota. */
  take(program: Program, addresses: number): Promise<number>;
  /** For how many milliseconds nothing is left of it; counts nothing. */
  exhaustedFor(program: Program): Promise<number>;
  /** What may be counted at once: more than this can never be within a quota. */
  atOnce(program: Program): number;
}

/** @param perMinute of a network without a key */
export function createChecksQuota(perMinute: number): ChecksQuota {
  const limiters = new Map<number, RateLimiterMemory>();
  const pointsOf = ({ hasKey, checksPerMinute }: Program) =>
    checksPerMinute ?? perMinute * (hasKey ? WITH_KEY : 1);

  // One for each size of a quota, of which operators give out few.
  function limiterOf(program: Program): RateLimiterMemory {
    const points = pointsOf(program);
    const known = limiters.get(points);
    if (known !== undefined) return known;
    const made = new RateLimiterMemory({ points, duration: SECONDS });
    limiters.set(points, made);
    return made;
  }

  return {
    atOnce: pointsOf,
    async exhaustedFor(program) {
      const state = await limiterOf(program).get(program.countedAs);
      return state !== null && state.remainingPoints <= 0 ? Math.max(1, state.msBeforeNext) : 0;
    },
    async take(program, addresses) {
      try {
        await limiterOf(program).consume(program.countedAs, addresses);
        return 0;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        return Math.max(1, (refused as RateLimiterRes).msBeforeNext);
      }
    },
  };
}
