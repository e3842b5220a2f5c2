import { describe, expect, it } from '@jest/globals';
import { attemptsAt, attemptsFrom } from '../../src/app/accounts/take-attempt.js';
import { ATTEMPT_LIMITS, createMemoryAttemptLimiter } from '../../src/identity/memory-attempt-limiter.js';

const LIMITS = {
  ...ATTEMPT_LIMITS,
  mail: { perAddress: { attempts: 3, seconds: 600 }, perTarget: { attempts: 2, seconds: 60 } },
};

async function takes(count: number, take: () => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < count; turn += 1) waits.push(await take());
  return waits;
}

describe('the attempt limiter', () => {
  it('lets so many attempts go on and says how many seconds the next has to wait', async () => {
    const limiter = createMemoryAttemptLimiter(LIMITS);
    const waits = await takes(3, () => limiter.take('mail', attemptsAt('ana@example.org')));
    expect(waits.slice(0, 2)).toEqual([0, 0]);
    expect(waits[2]).toBeGreaterThanOrEqual(1);
    expect(waits[2]).toBeLessThanOrEqual(60);
  });

  it('counts by address and by target apart, each by its own limit', async () => {
    const limiter = createMemoryAttemptLimiter(LIMITS);
    const waits = await takes(4, () => limiter.take('mail', attemptsFrom('192.0.2.1')));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, true]);
    expect(await limiter.take('mail', attemptsAt('192.0.2.1'))).toBe(0);
  });

  it('counts each kind and each key for itself', async () => {
    const limiter = createMemoryAttemptLimiter(LIMITS);
    await takes(3, () => limiter.take('mail', attemptsAt('ana@example.org')));
    expect(await limiter.take('mail', attemptsAt('ben@example.org'))).toBe(0);
    expect(await limiter.take('sign-in', attemptsAt('ana@example.org'))).toBe(0);
  });

  it('counts the addresses of one IPv6 subscriber together', async () => {
    const limiter = createMemoryAttemptLimiter(LIMITS);
    for (const last of ['1', '2', '3']) await limiter.take('mail', attemptsFrom(`2001:db8:0:7::${last}`));
    expect(await limiter.take('mail', attemptsFrom('2001:db8:0:8::1'))).toBeGreaterThan(0);
    expect(await limiter.take('mail', attemptsFrom('2001:db8:1::1'))).toBe(0);
  });

  it('counts attempts made at once one by one', async () => {
    const limiter = createMemoryAttemptLimiter(LIMITS);
    const waits = await Promise.all(
      Array.from({ length: 20 }, () => limiter.take('mail', attemptsAt('ana@example.org'))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
  });
});
