import { afterAll, describe, expect, it } from '@jest/globals';
import { requestSignIn } from '../../src/app/accounts/request-sign-in.js';
import {
  from,
  mailedTo,
  openAccountsScenario,
  PASSWORD,
  registered,
  settled,
} from '../app/accounts/accounts-scenario.js';
import { openIdentityServer, sessionSetBy } from './identity-server.js';

const { registry, inbox, close } = await openAccountsScenario('sign-in gate');
const server = await openIdentityServer(registry);
afterAll(async () => {
  await server.close();
  await close();
});

function enter(way: string, proof: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/sign-in/${way}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url, ...headers },
    body: JSON.stringify(proof),
  });
}

async function who(token: string | undefined): Promise<unknown> {
  const response = await fetch(`${server.url}/who`, {
    headers: { Cookie: `assent_session=${String(token)}` },
  });
  return response.json();
}

async function mailed(email: string): Promise<{ code: string; token: string }> {
  settled(await requestSignIn(registry, from(), { email }));
  return mailedTo(inbox, email);
}

describe('the gate', () => {
  it('lets in by password and sets the cookie of the new session', async () => {
    const { account } = await registered(registry, 'ana@example.org');
    const response = await enter('withPassword', { email: 'ana@example.org', password: PASSWORD });
    expect(await response.json()).toMatchObject({ ok: true, account: { id: account.id } });
    expect(await who(sessionSetBy(response))).toMatchObject({ account: account.id, via: 'session' });
  });

  it('lets in by mailed code and by mailed link', async () => {
    const email = 'ben@example.org';
    const byCode = await enter('withCode', { email, code: (await mailed(email)).code });
    const byLink = await enter('withLink', { token: (await mailed(email)).token });
    for (const response of [byCode, byLink]) {
      expect(await who(sessionSetBy(response))).toMatchObject({ kind: 'account', via: 'session' });
    }
  });

  it('ends the session whose cookie was presented', async () => {
    const { session } = await registered(registry, 'rotated@example.org');
    const proof = { email: 'rotated@example.org', password: PASSWORD };
    const response = await enter('withPassword', proof, { Cookie: `assent_session=${session.token}` });
    expect(sessionSetBy(response)).not.toBe(session.token);
    expect(await who(session.token)).toMatchObject({ kind: 'anonymous' });
  });

  it.each([
    ['withPassword', { email: 'ana@example.org', password: 'seven grey geese' }],
    ['withPassword', { email: 'ana@example.org', password: '' }],
    ['withPassword', { email: '', password: PASSWORD }],
    ['withCode', { email: 'ana@example.org', code: 'AAAA-AAAA' }],
    ['withLink', { token: 'A'.repeat(43) }],
  ])('answers %s with %j by the refusal, and sets no cookie', async (way, proof) => {
    const response = await enter(way, proof);
    expect(await response.json()).toEqual({
      ok: false,
      code: 'WRONG_CREDENTIALS',
      message: expect.any(String),
      nextStep: expect.any(String),
    });
    expect(sessionSetBy(response)).toBeUndefined();
  });

  it('passes on that there were too many attempts', async () => {
    const limited = await openIdentityServer({ ...registry, attempts: { take: () => Promise.resolve(42) } });
    const response = await fetch(`${limited.url}/sign-in/withPassword`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'ana@example.org', password: PASSWORD }),
    });
    expect(await response.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 42 });
    await limited.close();
  });

  it('keeps people apart who sign in at the same moment', async () => {
    const emails = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => `${name}@example.org`);
    const accounts = [];
    for (const email of emails) accounts.push((await registered(registry, email)).account.id);
    const responses = await Promise.all(
      emails.map((email) => enter('withPassword', { email, password: PASSWORD })),
    );
    const found = await Promise.all(responses.map((response) => who(sessionSetBy(response))));
    expect(found).toMatchObject(accounts.map((account) => ({ account })));
  });

  it('does not take credentials from the address', async () => {
    const { account } = await registered(registry, 'query@example.org');
    const query = new URLSearchParams({ email: String(account.email), password: PASSWORD });
    const response = await fetch(`${server.url}/sign-in/withPassword?${query.toString()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(await response.json()).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

describe('the origin of a request', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.5', 'es', 'a regional form of Spanish'],
    ['en-GB', 'en', 'a regional form of English'],
    ['fr,es;q=0.5', 'es', 'Spanish after a language we lack'],
    ['fr', 'en', 'only a language we lack'],
    ['*', 'en', 'any language'],
    ['', 'en', 'nothing said'],
  ])('asks for mail, by Accept-Language %j, in %s: %s', async (accepted, language) => {
    const response = await fetch(`${server.url}/origin`, { headers: { 'Accept-Language': accepted } });
    expect(await response.json()).toMatchObject({ language });
  });

  it('knows address, browser and the session presented', async () => {
    const response = await fetch(`${server.url}/origin`, {
      headers: { 'User-Agent': 'A browser', Cookie: 'assent_session=a-token' },
    });
    expect(await response.json()).toMatchObject({
      address: '127.0.0.1',
      userAgent: 'A browser',
      sessionToken: 'a-token',
    });
  });
});
