import { afterAll, describe, expect, it } from '@jest/globals';
import { at, oneTimeCode } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

describe('the one-time code store', () => {
  it('finds a code by the hash of its token', async () => {
    const code = oneTimeCode('token@example.org');
    await store.oneTimeCodes.add(code);
    expect(await store.oneTimeCodes.byTokenHash(code.tokenHash)).toStrictEqual(code);
  });

  it('gives the newest unspent code of an address and purpose', async () => {
    const email = 'latest@example.org';
    const older = oneTimeCode(email, { createdAt: at('08:00:00') });
    const newer = oneTimeCode(email, { createdAt: at('09:00:00') });
    const confirming = oneTimeCode(email, { createdAt: at('10:00:00'), purpose: 'confirm-address' });
    for (const code of [newer, older, confirming]) await store.oneTimeCodes.add(code);

    expect(await store.oneTimeCodes.latest(email, 'sign-in')).toStrictEqual(newer);
    await store.oneTimeCodes.spend(newer.id, at('09:01:00'));
    expect(await store.oneTimeCodes.latest(email, 'sign-in')).toStrictEqual(older);
    expect(await store.oneTimeCodes.latest('nobody@example.org', 'sign-in')).toBeUndefined();
  });

  it('lets exactly one of many callers spend a code', async () => {
    const code = oneTimeCode('race@example.org');
    await store.oneTimeCodes.add(code);
    const spent = await Promise.all(
      [1, 2, 3, 4, 5].map(() => store.oneTimeCodes.spend(code.id, at('09:05:00'))),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect((await store.oneTimeCodes.byTokenHash(code.tokenHash))?.usedAt).toEqual(at('09:05:00'));
  });

  it('counts every wrong guess, also those made at once', async () => {
    const code = oneTimeCode('guess@example.org');
    await store.oneTimeCodes.add(code);
    await Promise.all([1, 2, 3, 4, 5].map(() => store.oneTimeCodes.addAttempt(code.id)));
    expect((await store.oneTimeCodes.byTokenHash(code.tokenHash))?.attempts).toBe(5);
  });

  it('removes what has expired, at the very moment of expiry', async () => {
    const ends = oneTimeCode('ends@example.org', { expiresAt: at('09:15:00') });
    const lasts = oneTimeCode('lasts@example.org', { expiresAt: at('09:15:00.001') });
    await store.oneTimeCodes.add(ends);
    await store.oneTimeCodes.add(lasts);
    await store.oneTimeCodes.removeExpired(at('09:15:00'));
    expect(await store.oneTimeCodes.byTokenHash(ends.tokenHash)).toBeUndefined();
    expect(await store.oneTimeCodes.byTokenHash(lasts.tokenHash)).toStrictEqual(lasts);
  });
});
