import { afterAll, describe, expect, it } from '@jest/globals';
import { UniqueViolation } from '../../src/app/ports/registry-store.js';
import { account, at } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

describe('the account store', () => {
  it('gives back an account as it was put in, absent fields included', async () => {
    const bare = account({ email: undefined });
    const full = account({
      emailConfirmedAt: at('10:00:00.123'),
      passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
      role: 'moderator',
      suspendedAt: at('11:00:00'),
    });
    await store.accounts.add(bare);
    await store.accounts.add(full);

    expect(await store.accounts.byId(bare.id)).toStrictEqual(bare);
    expect(await store.accounts.byId(full.id)).toStrictEqual(full);
    expect(await store.accounts.byEmail(full.email ?? '')).toStrictEqual(full);
  });

  it.each([
    ['', 'empty'],
    ['1', 'a number'],
    ["' OR ''='", 'SQL'],
    ['\0', 'what PostgreSQL text refuses'],
  ])('finds nobody by the id %j: %s', async (id) => {
    expect(await store.accounts.byId(id)).toBeUndefined();
  });

  it('refuses an e-mail address that is taken, naming the constraint', async () => {
    const first = account();
    await store.accounts.add(first);
    const second = store.accounts.add(account({ email: first.email }));
    await expect(second).rejects.toThrow(new UniqueViolation('accounts_email_key'));
  });

  it('refuses to change an e-mail address to one that is taken', async () => {
    const [one, two] = [account(), account()];
    await store.accounts.add(one);
    await store.accounts.add(two);
    await expect(store.accounts.update(two.id, { email: one.email })).rejects.toThrow(UniqueViolation);
    expect(await store.accounts.byId(two.id)).toStrictEqual(two);
  });

  it('keeps any number of accounts without an e-mail address', async () => {
    const before = await store.accounts.count();
    await store.accounts.add(account({ email: undefined }));
    await store.accounts.add(account({ email: undefined }));
    expect(await store.accounts.count()).toBe(before + 2);
  });

  it('changes what is named, empties what is named as undefined, and leaves the rest', async () => {
    const before = account({ emailConfirmedAt: at('10:00:00'), passwordHash: 'hash' });
    await store.accounts.add(before);
    await store.accounts.update(before.id, { role: 'admin', passwordHash: undefined });
    expect(await store.accounts.byId(before.id)).toStrictEqual({
      ...before,
      role: 'admin',
      passwordHash: undefined,
    });
  });

  it('takes an empty change for no change', async () => {
    const before = account();
    await store.accounts.add(before);
    await store.accounts.update(before.id, {});
    expect(await store.accounts.byId(before.id)).toStrictEqual(before);
  });
});
