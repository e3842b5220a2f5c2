import { afterAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createApiKey } from '../../src/app/accounts/create-api-key.js';
import { revokeApiKey } from '../../src/app/accounts/revoke-api-key.js';
import { signOut } from '../../src/app/accounts/sign-out.js';
import { actorOf } from '../../src/identity/identify.js';
import { actorBy, openAccountsScenario, registered, settled } from '../app/accounts/accounts-scenario.js';
import { openIdentityServer, sessionSetBy } from './identity-server.js';

const { registry, store, clock, close } = await openAccountsScenario('identify');
const server = await openIdentityServer(registry);
afterAll(async () => {
  await server.close();
  await close();
});

const { account, session } = await registered(registry, 'ana@example.org');
const ana = await actorBy(registry, session);
const key = settled(await createApiKey(registry, ana, { name: 'a program', scopes: ['check'] }));

function ask(headers: Record<string, string>, query = ''): Promise<Response> {
  return fetch(`${server.url}/who${query}`, { headers });
}

describe('a request without credentials', () => {
  it('is anonymous, from the address of its connection', async () => {
    const response = await ask({});
    expect(await response.json()).toEqual({ kind: 'anonymous', address: '127.0.0.1' });
    expect(sessionSetBy(response)).toBeUndefined();
  });

  it('cannot choose its address by a header', async () => {
    const response = await ask({ 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9' });
    expect(await response.json()).toMatchObject({ address: '127.0.0.1' });
  });
});

describe('a session cookie', () => {
  it('stands for its account, with all that the account may do', async () => {
    const response = await ask({ Cookie: `assent_session=${session.token}` });
    expect(await response.json()).toEqual({
      kind: 'account',
      account: account.id,
      via: 'session',
      sessionId: ana.sessionId,
      scopes: ['read', 'check', 'declare', 'pass-on'],
      address: '127.0.0.1',
    });
  });

  it('is anonymous and cleared once the session has ended: a stolen one is worthless after sign-out', async () => {
    const stolen = (await registered(registry, 'robbed@example.org')).session;
    await signOut(registry, await actorBy(registry, stolen), { everywhere: false });
    const response = await ask({ Cookie: `assent_session=${stolen.token}` });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ kind: 'anonymous' });
    expect(sessionSetBy(response)).toBe('');
  });

  it.each([
    ['nonsense', 'no token'],
    ['%00', 'an escape'],
    ['A'.repeat(4_000), 'far too long'],
  ])('is anonymous and cleared when it holds %s: %s', async (value) => {
    const response = await ask({ Cookie: `assent_session=${value}` });
    expect(await response.json()).toMatchObject({ kind: 'anonymous' });
    expect(sessionSetBy(response)).toBe('');
  });
});

describe('an API key', () => {
  it('stands for its account within its scopes', async () => {
    const response = await ask({ Authorization: `Bearer ${key.secret}` });
    expect(await response.json()).toMatchObject({
      kind: 'account',
      account: account.id,
      via: 'api-key',
      scopes: ['check'],
      address: '127.0.0.1',
    });
  });

  it('decides where a session is shown too', async () => {
    const both = { Cookie: `assent_session=${session.token}` };
    const good = await ask({ ...both, Authorization: `Bearer ${key.secret}` });
    expect(await good.json()).toMatchObject({ via: 'api-key' });
    const bad = await ask({ ...both, Authorization: 'Bearer assent_wrong' });
    expect(bad.status).toBe(401);
  });

  it.each([
    [`Bearer assent_${'A'.repeat(43)}`, 'unknown'],
    ['Bearer', 'no key'],
    ['Bearer ', 'an empty key'],
    ['assent_key', 'no scheme'],
    ['Basic YW5hOnNlY3JldA==', 'another scheme'],
    ['Bearer one two', 'two keys'],
    [`Bearer ${session.token}`, 'the token of a session'],
  ])('is refused as %j, never taken for anonymous: %s', async (authorization) => {
    const response = await ask({ Authorization: authorization });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.json()).toEqual({
      error: {
        code: 'UNAUTHENTICATED',
        message: expect.any(String),
        nextStep: expect.stringContaining('Authorization: Bearer assent_'),
      },
    });
  });

  it('is refused once revoked', async () => {
    const made = settled(await createApiKey(registry, ana, { name: 'revoked', scopes: ['check'] }));
    const authorization = { Authorization: `Bearer ${made.secret}` };
    expect((await ask(authorization)).status).toBe(200);
    await revokeApiKey(registry, ana, { id: made.apiKey.id });
    expect((await ask(authorization)).status).toBe(401);
  });

  it('is refused once expired', async () => {
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const made = settled(
      await createApiKey(registry, ana, { name: 'expired', scopes: ['check'], expiresAt }),
    );
    clock.advance({ minutes: 1 });
    expect((await ask({ Authorization: `Bearer ${made.secret}` })).status).toBe(401);
  });

  it('is refused while its account is suspended', async () => {
    const owner = await actorBy(registry, (await registered(registry, 'suspended@example.org')).session);
    const made = settled(await createApiKey(registry, owner, { name: 'suspended', scopes: ['check'] }));
    await store.accounts.update(owner.account.id, { suspendedAt: clock.now() });
    expect((await ask({ Authorization: `Bearer ${made.secret}` })).status).toBe(401);
  });

  it('is not looked for in the address, where it would end up in logs', async () => {
    const response = await ask({}, `?access_token=${key.secret}`);
    expect(await response.json()).toMatchObject({ kind: 'anonymous' });
  });
});

describe('actorOf', () => {
  it('throws for a request that was not identified', () => {
    const request = Object.create(express.request) as express.Request;
    expect(() => actorOf(request)).toThrow('not identified');
  });
});

describe('a failing store', () => {
  it('lets nobody through as anonymous', async () => {
    const broken = await openIdentityServer({
      ...registry,
      store: {
        ...registry.store,
        sessions: { ...registry.store.sessions, byTokenHash: () => Promise.reject(new Error('no database')) },
      },
    });
    const response = await fetch(`${broken.url}/who`, { headers: { Cookie: 'assent_session=a-token' } });
    expect(response.status).toBe(500);
    await broken.close();
  });
});
