import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ADDRESS_KEY } from '../app/accounts/take-attempt.js';
import type { AttemptLimiter } from '../app/ports/surroundings.js';
import { addressGroup } from './address-group.js';

type AttemptKind = Parameters<AttemptLimiter['take']>[0];

/** So many attempts in a window of so many seconds, which opens with the first. */
interface AttemptLimit {
  readonly attempts: number;
  readonly seconds: number;
}

/** `perAddress` counts whom attempts come from, `perTarget` what they are made at: an e-mail address, an account. */
type AttemptLimits = Readonly<
  Record<AttemptKind, { readonly perAddress: AttemptLimit; readonly perTarget: AttemptLimit }>
>;

/** An address may be a school or a whole office, so it bears more than one person would need. See docs/accounts.md. */
export const ATTEMPT_LIMITS: AttemptLimits = {
  'sign-in': {
    perAddress: { attempts: 60, seconds: 900 },
    perTarget: { attempts: 10, seconds: 900 },
  },
  mail: {
    perAddress: { attempts: 30, seconds: 3_600 },
    perTarget: { attempts: 5, seconds: 900 },
  },
  register: {
    perAddress: { attempts: 30, seconds: 3_600 },
    perTarget: { attempts: 30, seconds: 3_600 },
  },
  'verify-claim': {
    perAddress: { attempts: 120, seconds: 3_600 },
    perTarget: { attempts: 20, seconds: 600 },
  },
};

/** Counts attempts in the memory of this process: a restart forgets them, and other processes do not see them. */
export function createMemoryAttemptLimiter(limits: AttemptLimits = ATTEMPT_LIMITS): AttemptLimiter {
  const counters = new Map<string, RateLimiterMemory>();
  for (const [kind, { perAddress, perTarget }] of Object.entries(limits)) {
    counters.set(`${kind} from`, counter(perAddress));
    counters.set(`${kind} at`, counter(perTarget));
  }
  return {
    async take(kind, key) {
      const isAddress = key.startsWith(ADDRESS_KEY);
      const counted = isAddress ? addressGroup(key.slice(ADDRESS_KEY.length)) : key;
      try {
        await counters.get(`${kind} ${isAddress ? 'from' : 'at'}`)?.consume(counted);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
        throw refused;
      }
    },
  };
}

function counter({ attempts, seconds }: AttemptLimit): RateLimiterMemory {
  return new RateLimiterMemory({ points: attempts, duration: seconds });
}
