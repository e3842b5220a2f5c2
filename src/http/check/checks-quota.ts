import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Program } from '../../identity/identify-program.js';

const SECONDS = 60;

/** A key is worth so many networks. */
const WITH_KEY = 10;

/** How many addresses a program may ask about in a minute. */
export interface ChecksQuota {
  /** Counts them. Answers how many milliseconds to wait before they are answered; 0 while they are within the quota. */
  take(program: Program, addresses: number): Promise<number>;
  /** For how many milliseconds nothing is left of it; counts nothing. */
  exhaustedFor(program: Program): Promise<number>;
  /** What may be counted at once. */
  readonly atOnce: number;
}

export function createChecksQuota(perMinute: number): ChecksQuota {
  const limiters = {
    withKey: new RateLimiterMemory({ points: perMinute * WITH_KEY, duration: SECONDS }),
    without: new RateLimiterMemory({ points: perMinute, duration: SECONDS }),
  };
  return {
    atOnce: perMinute,
    async exhaustedFor({ countedAs, hasKey }) {
      const state = await (hasKey ? limiters.withKey : limiters.without).get(countedAs);
      return state !== null && state.remainingPoints <= 0 ? Math.max(1, state.msBeforeNext) : 0;
    },
    async take({ countedAs, hasKey }, addresses) {
      try {
        await (hasKey ? limiters.withKey : limiters.without).consume(countedAs, addresses);
        return 0;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        return Math.max(1, (refused as RateLimiterRes).msBeforeNext);
      }
    },
  };
}
