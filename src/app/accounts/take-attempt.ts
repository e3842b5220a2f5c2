import type { AttemptLimiter } from '../ports/surroundings.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { PasswordsBusy } from './passwords-busy.js';

export interface TooManyAttempts extends Refusal<'TOO_MANY_ATTEMPTS'> {
  readonly retryAfterSeconds: number;
}

const BUSY_SECONDS = 5;

/** Begins the keys that name an address; all other keys name what attempts are made at. */
export const ADDRESS_KEY = 'address:';

/** Who is charged for an attempt: where it comes from, or whose account it is made at. */
export const attemptsFrom = (address: string): string => `${ADDRESS_KEY}${address}`;
export const attemptsAt = (email: string): string => `email:${email}`;

/** Charges one attempt to every key. Counted per attempt, so many attempts in one request buy nothing. */
export async function takeAttempt(
  registry: Registry,
  kind: Parameters<AttemptLimiter['take']>[0],
  keys: readonly string[],
): Promise<TooManyAttempts | undefined> {
  const waits = await Promise.all(keys.map((key) => registry.attempts.take(kind, key)));
  const wait = Math.max(0, ...waits);
  return wait === 0 ? undefined : tooManyAttempts(wait);
}

/** Answers a full password queue as what it is to the person: too much at once, try again shortly. */
export async function withinCapacity<T>(work: () => Promise<T>): Promise<T | TooManyAttempts> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PasswordsBusy) return tooManyAttempts(BUSY_SECONDS);
    throw error;
  }
}

function tooManyAttempts(retryAfterSeconds: number): TooManyAttempts {
  const refusal = refuse(
    'TOO_MANY_ATTEMPTS',
    'Too many attempts in a short time.',
    `Wait ${retryAfterSeconds} seconds, then try again.`,
  );
  return { ...refusal, retryAfterSeconds };
}
