import { ADDRESS_KEY } from '../app/accounts/take-attempt.js';
import type { AttemptLimiter } from '../app/ports/surroundings.js';
import type { Registry } from '../app/registry.js';
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
  // Six digits, of which three sets count at a time: ten guesses an hour find one of them once in four years.
  'second-factor': {
    perAddress: { attempts: 60, seconds: 3_600 },
    perTarget: { attempts: 10, seconds: 3_600 },
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
  // Each takes a core for some tenths of a second, and may fetch an address.
  'picture-search': {
    perAddress: { attempts: 60, seconds: 600 },
    perTarget: { attempts: 60, seconds: 600 },
  },
  // Each is read by a person.
  report: {
    perAddress: { attempts: 10, seconds: 3_600 },
    perTarget: { attempts: 10, seconds: 3_600 },
  },
  // Each leaf stays for ever, and somebody's day has few runs that are worth one.
  'name-run': {
    perAddress: { attempts: 60, seconds: 3_600 },
    perTarget: { attempts: 20, seconds: 3_600 },
  },
  erase: {
    perAddress: { attempts: 120, seconds: 3_600 },
    perTarget: { attempts: 20, seconds: 600 },
  },
};

/** Counts attempts in the store, so that a restart forgets none and servers on one database count together. */
export function createAttemptLimiter(
  { store, clock, sha256 }: Pick<Registry, 'store' | 'clock' | 'sha256'>,
  limits: AttemptLimits = ATTEMPT_LIMITS,
): AttemptLimiter {
  return {
    async take(kind, key) {
      const isAddress = key.startsWith(ADDRESS_KEY);
      const counted = isAddress ? addressGroup(key.slice(ADDRESS_KEY.length)) : key;
      const { attempts, seconds } = limits[kind][isAddress ? 'perAddress' : 'perTarget'];
      // Whose attempts they are is nobody's business who reads the database.
      const name = `attempts\n${kind}\n${isAddress ? 'from' : 'at'}\n${counted}`;
      const keyHash = sha256(new TextEncoder().encode(name));
      const now = clock();
      const { count, endsAt } = await store.attempts.count(keyHash, now, later(now, seconds));
      return count > attempts ? Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000)) : 0;
    },
  };
}

function later(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
