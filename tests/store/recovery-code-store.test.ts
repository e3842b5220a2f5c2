import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, at, someBytes } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const [owner, other] = [account(), account()];

beforeAll(async () => {
  await store.accounts.add(owner);
  await store.accounts.add(other);
});
afterAll(() => store.close());

describe('the recovery code store', () => {
  it('lets each code be spent once, and only by its account', async () => {
    const code = someBytes();
    await store.recoveryCodes.replace(owner.id, [code, someBytes()]);

    expect(await store.recoveryCodes.spend(other.id, code, at('10:00:00'))).toBe(false);
    const spent = await Promise.all(
      [1, 2, 3].map(() => store.recoveryCodes.spend(owner.id, code, at('10:00:00'))),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await store.recoveryCodes.countUnused(owner.id)).toBe(1);
  });

  it('forgets all earlier codes when they are replaced', async () => {
    const earlier = someBytes();
    await store.recoveryCodes.replace(owner.id, [earlier]);
    await store.recoveryCodes.replace(owner.id, [someBytes(), someBytes(), someBytes()]);
    expect(await store.recoveryCodes.spend(owner.id, earlier, at('10:00:00'))).toBe(false);
    expect(await store.recoveryCodes.countUnused(owner.id)).toBe(3);
  });

  it('may be left with none', async () => {
    await store.recoveryCodes.replace(owner.id, []);
    expect(await store.recoveryCodes.countUnused(owner.id)).toBe(0);
  });
});
