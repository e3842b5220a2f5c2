import { describe, expect, it } from '@jest/globals';
import { createTurnstile } from '../../src/identity/turnstile.js';

/** Work that ends when it is told to. */
function heldWork(): {
  start: () => Promise<string>;
  finish: () => void;
  fail: () => void;
  hasStarted: () => boolean;
} {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const held = new Promise<string>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  let started = false;
  return {
    start: () => {
      started = true;
      return held;
    },
    finish: () => {
      resolve('done');
    },
    fail: () => {
      reject(new Error('broken'));
    },
    hasStarted: () => started,
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('runs so many at once, keeps so many waiting, and refuses the rest before they start', async () => {
    const turnstile = createTurnstile({ running: 2, waiting: 1 }, () => new Error('full'));
    const works = [heldWork(), heldWork(), heldWork(), heldWork()];
    const results = works.map(({ start }) => turnstile.pass(start));
    await expect(results[3]).rejects.toThrow('full');
    expect(works.map(({ hasStarted }) => hasStarted())).toEqual([true, true, false, false]);
    for (const { finish } of works) finish();
    expect(await Promise.all(results.slice(0, 3))).toEqual(['done', 'done', 'done']);
  });

  it('lets the next in, in order, when one leaves, whether it went well or not', async () => {
    const turnstile = createTurnstile({ running: 1, waiting: 2 }, () => new Error('full'));
    const [first, second, third] = [heldWork(), heldWork(), heldWork()];
    const one = turnstile.pass(first.start);
    const two = turnstile.pass(second.start);
    const three = turnstile.pass(third.start);
    first.fail();
    await expect(one).rejects.toThrow('broken');
    await settle();
    expect([second.hasStarted(), third.hasStarted()]).toEqual([true, false]);
    second.finish();
    third.finish();
    expect(await Promise.all([two, three])).toEqual(['done', 'done']);
  });

  it('is as wide after a rush as before it', async () => {
    const turnstile = createTurnstile({ running: 2, waiting: 10 }, () => new Error('full'));
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await settle();
      running -= 1;
    };
    for (let rush = 0; rush < 3; rush += 1) {
      await Promise.all(Array.from({ length: 12 }, () => turnstile.pass(work)));
    }
    expect(most).toBe(2);
    expect(running).toBe(0);
  });
});
