import { afterAll, describe, expect, it } from '@jest/globals';
import { createApiKey } from '../../../src/app/accounts/create-api-key.js';
import type { ApiKeyInput } from '../../../src/app/accounts/create-api-key.js';
import { listApiKeys } from '../../../src/app/accounts/list-api-keys.js';
import { recogniseApiKey } from '../../../src/app/accounts/recognise-api-key.js';
import { revokeApiKey } from '../../../src/app/accounts/revoke-api-key.js';
import { setKeyQuota } from '../../../src/app/accounts/set-key-quota.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import type { ApiScope } from '../../../src/app/ports/accounts.js';
import { actorBy, openAccountsScenario, registered, settled } from './accounts-scenario.js';

const { registry, store, clock, close } = await openAccountsScenario('API keys');
afterAll(close);

async function owner(name: string): Promise<SignedInActor> {
  return actorBy(registry, (await registered(registry, `${name}@example.org`)).session);
}

const INPUT: ApiKeyInput = { name: 'nightly check', scopes: ['check'] };

describe('an API key', () => {
  it('carries 256 bits, shows its first characters, and is stored as a hash only', async () => {
    const actor = await owner('maker');
    const { apiKey, secret } = settled(
      await createApiKey(registry, actor, { ...INPUT, name: ' nightly check ' }),
    );
    expect(secret).toMatch(/^assent_[\w-]{43}$/);
    expect(Buffer.from(secret.slice('assent_'.length), 'base64url')).toHaveLength(32);
    expect(apiKey).toMatchObject({ name: 'nightly check', prefix: secret.slice(0, 13), scopes: ['check'] });
    expect(await store.apiKeys.byId(apiKey.id)).toEqual(apiKey);
    expect(apiKey.secretHash).toEqual(registry.sha256(new TextEncoder().encode(secret)));
  });

  it('opens its account within its scopes', async () => {
    const actor = await owner('opener');
    const { secret } = settled(
      await createApiKey(registry, actor, { ...INPUT, scopes: ['declare', 'read', 'read'] }),
    );
    expect(await recogniseApiKey(registry, secret)).toMatchObject({
      account: actor.account,
      key: { scopes: ['read', 'declare'], isStrict: false },
    });
  });

  it('is strict where its owner wanted that', async () => {
    const { apiKey, secret } = settled(
      await createApiKey(registry, await owner('strict'), { ...INPUT, isStrict: true }),
    );
    expect(apiKey).toMatchObject({ isStrict: true, checksPerMinute: undefined });
    expect(await recogniseApiKey(registry, secret)).toMatchObject({ key: { isStrict: true } });
  });

  it('is given a quota of its own by whoever runs the registry, on record, and loses it again', async () => {
    const { apiKey, secret } = settled(await createApiKey(registry, await owner('large'), INPUT));
    const quota = (checksPerMinute: number | undefined) =>
      setKeyQuota(registry, { prefix: apiKey.prefix, checksPerMinute });
    const given = async () => (await recogniseApiKey(registry, secret))?.key.checksPerMinute;
    settled(await quota(5_000_000));
    expect(await given()).toBe(5_000_000);
    settled(await quota(undefined));
    expect(await given()).toBeUndefined();
    const { rows } = await store.audit.page({ first: 2 });
    const told = rows.map(({ row: { action, target, details } }) => ({ action, target, details }));
    expect(told).toEqual([
      { action: 'set-key-quota', target: apiKey.id, details: { from: 5_000_000, to: null } },
      { action: 'set-key-quota', target: apiKey.id, details: { from: null, to: 5_000_000 } },
    ]);
  });

  it.each([0, -1, 1.5, 1_000_000_001])('has no quota of %d', async (checksPerMinute) => {
    const refused = await setKeyQuota(registry, { prefix: 'assent_', checksPerMinute });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'checksPerMinute' });
  });

  it('is given no quota once it is revoked, nor where no key begins so', async () => {
    const actor = await owner('ended');
    const { apiKey } = settled(await createApiKey(registry, actor, INPUT));
    settled(await revokeApiKey(registry, actor, { id: apiKey.id }));
    for (const prefix of [apiKey.prefix, 'assent_', '']) {
      expect(await setKeyQuota(registry, { prefix, checksPerMinute: 1 })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it.each([
    ['', 'nothing'],
    ['assent_', 'the prefix alone'],
    [`assent_${'A'.repeat(43)}`, 'a key that was never given out'],
  ])('is not %j: %s', async (secret) => {
    expect(await recogniseApiKey(registry, secret)).toBeUndefined();
  });

  it('is not its hash, nor a session’s token', async () => {
    const { session } = await registered(registry, 'confused@example.org');
    const { apiKey } = settled(await createApiKey(registry, await actorBy(registry, session), INPUT));
    const hash = Buffer.from(apiKey.secretHash).toString('base64url');
    for (const secret of [hash, `assent_${hash}`, session.token, `assent_${session.token}`]) {
      expect(await recogniseApiKey(registry, secret)).toBeUndefined();
    }
  });

  it('ends when it expires', async () => {
    const actor = await owner('expirer');
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const { secret } = settled(await createApiKey(registry, actor, { ...INPUT, expiresAt }));
    clock.advance({ seconds: 59 });
    expect(await recogniseApiKey(registry, secret)).toBeDefined();
    clock.advance({ seconds: 1 });
    expect(await recogniseApiKey(registry, secret)).toBeUndefined();
  });

  it('ends when it is revoked, and to revoke it again changes nothing', async () => {
    const actor = await owner('revoker');
    const { apiKey, secret } = settled(await createApiKey(registry, actor, INPUT));
    const first = settled(await revokeApiKey(registry, actor, { id: apiKey.id }));
    expect(first.apiKey.revokedAt).toEqual(clock.now());
    expect(await recogniseApiKey(registry, secret)).toBeUndefined();
    clock.advance({ hours: 1 });
    const again = settled(await revokeApiKey(registry, actor, { id: apiKey.id }));
    expect(again.apiKey).toEqual(first.apiKey);
  });

  it('ends while its account is suspended', async () => {
    const actor = await owner('suspended');
    const { secret } = settled(await createApiKey(registry, actor, INPUT));
    await store.accounts.update(actor.account.id, { suspendedAt: clock.now() });
    expect(await recogniseApiKey(registry, secret)).toBeUndefined();
  });

  it('notes that it was used, at most every five minutes', async () => {
    const actor = await owner('used');
    const { apiKey, secret } = settled(await createApiKey(registry, actor, INPUT));
    const lastUsed = async (): Promise<Date | undefined> => (await store.apiKeys.byId(apiKey.id))?.lastUsedAt;
    await recogniseApiKey(registry, secret);
    const first = clock.now();
    expect(await lastUsed()).toEqual(first);
    clock.advance({ minutes: 4, seconds: 59 });
    await recogniseApiKey(registry, secret);
    expect(await lastUsed()).toEqual(first);
    clock.advance({ seconds: 1 });
    await recogniseApiKey(registry, secret);
    expect(await lastUsed()).toEqual(clock.now());
  });

  it('is not found by another account', async () => {
    const mine = await owner('mine');
    const { apiKey, secret } = settled(await createApiKey(registry, mine, INPUT));
    const thief = await owner('thief');
    const foreign = await revokeApiKey(registry, thief, { id: apiKey.id });
    const absent = await revokeApiKey(registry, thief, { id: registry.random.uuid() });
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    expect(foreign).toEqual(absent);
    expect(await revokeApiKey(registry, thief, { id: 'no id' })).toEqual(absent);
    expect(await recogniseApiKey(registry, secret)).toBeDefined();
    expect(await listApiKeys(registry, thief)).toEqual([]);
  });
});

describe('making an API key', () => {
  const past = new Date('2020-01-01T00:00:00Z');

  it.each<[Partial<ApiKeyInput>, string, string]>([
    [{ name: '  ' }, 'name', 'no name'],
    [{ name: 'x'.repeat(81) }, 'name', 'a name that is too long'],
    [{ scopes: [] }, 'scopes', 'no scope'],
    [{ expiresAt: past }, 'expiresAt', 'a time gone by'],
    [{ expiresAt: new Date(Number.NaN) }, 'expiresAt', 'no time at all'],
  ])('refuses %j for its %s: %s', async (change, field, reason) => {
    const actor = await owner(reason.replaceAll(' ', '-'));
    const answer = await createApiKey(registry, actor, { ...INPUT, ...change });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
  });

  it('stops at fifty that are not revoked', async () => {
    const actor = await owner('hoarder');
    const made = [];
    for (let turn = 0; turn < 50; turn += 1) made.push(settled(await createApiKey(registry, actor, INPUT)));
    expect(await createApiKey(registry, actor, INPUT)).toMatchObject({ code: 'INVALID_INPUT' });
    settled(await revokeApiKey(registry, actor, { id: String(made[0]?.apiKey.id) }));
    expect(await createApiKey(registry, actor, INPUT)).toMatchObject({ ok: true });
  });
});

describe('the list of API keys', () => {
  it('shows revoked ones too, newest first, and no secret', async () => {
    const actor = await owner('lister');
    const older = settled(await createApiKey(registry, actor, INPUT));
    clock.advance({ minutes: 1 });
    const newer = settled(await createApiKey(registry, actor, INPUT));
    settled(await revokeApiKey(registry, actor, { id: older.apiKey.id }));
    const listed = await listApiKeys(registry, actor);
    expect(listed.map(({ id }) => id)).toEqual([newer.apiKey.id, older.apiKey.id]);
    expect(JSON.stringify(listed)).not.toContain(newer.secret);
  });
});

it('scopes outside the list are never stored', async () => {
  const actor = await owner('wide');
  const scopes: ApiScope[] = ['read', 'admin' as string as ApiScope];
  const { apiKey } = settled(await createApiKey(registry, actor, { ...INPUT, scopes }));
  expect(apiKey.scopes).toEqual(['read']);
});
