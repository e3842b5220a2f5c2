import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attemptsAt, attemptsFrom } from '../../src/app/accounts/take-attempt.js';
import type { AttemptLimiter } from '../../src/app/ports/surroundings.js';
import { ATTEMPT_LIMITS, createAttemptLimiter } from '../../src/identity/attempt-limiter.js';
import { testClock } from '../support/test-clock.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

const LIMITS = {
  ...ATTEMPT_LIMITS,
  mail: { perAddress: { attempts: 3, seconds: 600 }, perTarget: { attempts: 2, seconds: 60 } },
};

const store = await openTestStore();
const clock = testClock();
const registry = makeTestRegistry(store, { clock: clock.now });
let limiter: AttemptLimiter;

afterAll(() => store.close());

beforeEach(() => {
  // Whatever the test before this one took is over.
  clock.advance({ hours: 1 });
  limiter = createAttemptLimiter(registry, LIMITS);
});

async function takes(count: number, take: () => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < count; turn += 1) waits.push(await take());
  return waits;
}

describe('the attempt limiter', () => {
  it('lets so many attempts go on and says how many seconds the next has to wait', async () => {
    const take = () => limiter.take('mail', attemptsAt('ana@example.org'));
    expect(await takes(3, take)).toEqual([0, 0, 60]);
    clock.advance({ seconds: 58.5 });
    expect(await take()).toBe(2);
  });

  it('lets as many go on again once the time is over, whatever was refused meanwhile', async () => {
    const take = () => limiter.take('mail', attemptsAt('ana@example.org'));
    await takes(20, take);
    clock.advance({ seconds: 60 });
    expect(await takes(3, take)).toEqual([0, 0, 60]);
  });

  it('counts by address and by target apart, each by its own limit', async () => {
    expect(await takes(4, () => limiter.take('mail', attemptsFrom('192.0.2.1')))).toEqual([0, 0, 0, 600]);
    expect(await limiter.take('mail', attemptsAt('192.0.2.1'))).toBe(0);
  });

  it('counts each kind and each key for itself', async () => {
    await takes(3, () => limiter.take('mail', attemptsAt('ana@example.org')));
    expect(await limiter.take('mail', attemptsAt('ben@example.org'))).toBe(0);
    expect(await limiter.take('sign-in', attemptsAt('ana@example.org'))).toBe(0);
  });

  it('counts the addresses of one IPv6 subscriber together', async () => {
    for (const last of ['1', '2', '3']) await limiter.take('mail', attemptsFrom(`2001:db8:0:7::${last}`));
    expect(await limiter.take('mail', attemptsFrom('2001:db8:0:8::1'))).toBe(600);
    expect(await limiter.take('mail', attemptsFrom('2001:db8:1::1'))).toBe(0);
  });

  it('counts attempts made at once one by one', async () => {
    const waits = await Promise.all(
      Array.from({ length: 20 }, () => limiter.take('mail', attemptsAt('ana@example.org'))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
  });

  it('counts together with every other server on the same database, and with itself before a restart', async () => {
    const other = createAttemptLimiter(registry, LIMITS);
    const take = (one: AttemptLimiter) => one.take('mail', attemptsAt('ana@example.org'));
    expect([await take(limiter), await take(other), await take(limiter)]).toEqual([0, 0, 60]);
    expect(await take(createAttemptLimiter(registry, LIMITS))).toBe(60);
  });

  it('writes down neither who nor whom', async () => {
    await limiter.take('mail', attemptsFrom('192.0.2.77'));
    await limiter.take('mail', attemptsAt('written@example.org'));
    const rows: { row: string }[] = await store.dataSource.query(
      "SELECT attempt_windows::text || encode(key_hash, 'escape') AS row FROM attempt_windows",
    );
    const everything = rows.map(({ row }) => row).join('\n');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(everything).not.toMatch(/192\.0\.2|written|example/);
  });
});
