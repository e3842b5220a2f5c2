import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, apiKey, at } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const owner = account({ role: 'builder' });

beforeAll(() => store.accounts.add(owner));
afterAll(() => store.close());

describe('the API key store', () => {
  it('finds a key by its id and by the hash of its secret, scopes in their order', async () => {
    const key = apiKey(owner.id, { scopes: ['declare', 'read'], expiresAt: at('23:00:00') });
    await store.apiKeys.add(key);
    expect(await store.apiKeys.byId(key.id)).toStrictEqual(key);
    expect(await store.apiKeys.bySecretHash(key.secretHash)).toStrictEqual(key);
  });

  it('keeps a key without scopes as one that may do nothing', async () => {
    const key = apiKey(owner.id, { scopes: [] });
    await store.apiKeys.add(key);
    expect((await store.apiKeys.byId(key.id))?.scopes).toEqual([]);
  });

  it('keeps what a key was given, and finds keys by how they begin', async () => {
    const key = apiKey(owner.id, { isStrict: true });
    await store.apiKeys.add(key);
    await store.apiKeys.setQuota(key.id, 2_000_000);
    expect(await store.apiKeys.byPrefix(key.prefix)).toStrictEqual([{ ...key, checksPerMinute: 2_000_000 }]);
    await store.apiKeys.setQuota(key.id, undefined);
    expect(await store.apiKeys.byId(key.id)).toStrictEqual(key);
  });

  it('notes when a key was last used', async () => {
    const key = apiKey(owner.id);
    await store.apiKeys.add(key);
    await store.apiKeys.touch(key.id, at('10:00:00'));
    expect((await store.apiKeys.byId(key.id))?.lastUsedAt).toEqual(at('10:00:00'));
  });

  it('keeps the first time of revocation: a second one changes nothing', async () => {
    const key = apiKey(owner.id);
    await store.apiKeys.add(key);
    await store.apiKeys.revoke(key.id, at('10:00:00'));
    await store.apiKeys.revoke(key.id, at('11:00:00'));
    expect((await store.apiKeys.byId(key.id))?.revokedAt).toEqual(at('10:00:00'));
  });

  it('lists the keys of an account, newest first, the revoked ones too', async () => {
    const lister = account();
    await store.accounts.add(lister);
    const older = apiKey(lister.id, { createdAt: at('08:00:00'), revokedAt: at('08:30:00') });
    const newer = apiKey(lister.id);
    await store.apiKeys.add(older);
    await store.apiKeys.add(newer);
    expect(await store.apiKeys.ofAccount(lister.id)).toEqual([newer, older]);
  });
});
