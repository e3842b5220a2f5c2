import { afterAll, describe, expect, it } from '@jest/globals';
import { at, someBytes } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const { attempts } = store;

afterAll(() => store.close());

describe('the attempt store', () => {
  it('counts in one window until it closes, then opens the next', async () => {
    const key = someBytes();
    const windows = [
      await attempts.count(key, at('09:00:00'), at('09:15:00')),
      await attempts.count(key, at('09:14:59.999'), at('09:29:59.999')),
      await attempts.count(key, at('09:15:00'), at('09:30:00')),
    ];
    expect(windows).toStrictEqual([
      { keyHash: key, count: 1, endsAt: at('09:15:00') },
      { keyHash: key, count: 2, endsAt: at('09:15:00') },
      { keyHash: key, count: 1, endsAt: at('09:30:00') },
    ]);
  });

  it('counts each key for itself', async () => {
    const [one, other] = [someBytes(), someBytes()];
    await attempts.count(one, at('09:00:00'), at('09:15:00'));
    expect(await attempts.count(other, at('09:00:00'), at('09:15:00'))).toMatchObject({ count: 1 });
  });

  it('counts attempts made at once one by one', async () => {
    const key = someBytes();
    const windows = await Promise.all(
      Array.from({ length: 32 }, () => attempts.count(key, at('09:00:00'), at('09:15:00'))),
    );
    expect(windows.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1),
    );
  });

  it('closes no later than a window opened now would, should a clock have been wrong', async () => {
    const key = someBytes();
    await attempts.count(key, at('21:00:00'), at('21:15:00'));
    expect(await attempts.count(key, at('09:00:00'), at('09:15:00'))).toMatchObject({
      count: 2,
      endsAt: at('09:15:00'),
    });
  });

  it('forgets windows at the very moment in which they close', async () => {
    const key = someBytes();
    await attempts.removeExpired(at('23:59:59'));
    await attempts.count(key, at('09:00:00'), at('09:15:00'));
    expect(await attempts.removeExpired(at('09:14:59.999'))).toBe(0);
    expect(await attempts.removeExpired(at('09:15:00'))).toBe(1);
    expect(await attempts.count(key, at('09:00:00'), at('09:15:00'))).toMatchObject({ count: 1 });
  });
});
