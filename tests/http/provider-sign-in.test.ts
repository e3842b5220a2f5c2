import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { newAccount } from '../../src/app/accounts/new-account.js';
import { type LinkedProvider, linkedProviders } from '../../src/app/accounts/linked-provider.js';
import { unlinkProvider } from '../../src/app/accounts/unlink-provider.js';
import { recheckProofs } from '../../src/app/claims/proofs/recheck-proofs.js';
import { openClaim } from '../../src/app/claims/open-claim.js';
import { verifyClaim } from '../../src/app/claims/proofs/verify-claim.js';
import type { Registry } from '../../src/app/registry.js';
import { createProviderFetch, type ProviderFetch } from '../../src/fetch/provider-fetch.js';
import { providerSignInRoutes } from '../../src/http/provider-sign-in.js';
import { createOpenidProviders } from '../../src/identity/openid-providers.js';
import type { Account } from '../../src/app/ports/accounts.js';
import type { RegistryStore } from '../../src/app/ports/registry-store.js';
import { serveHttp, type LocalServer } from '../fetch/local-server.js';
import { CLIENT, openOpenidProvider, type OpenidServer, type Person } from '../support/openid-provider.js';
import { signUp } from '../support/sign-up.js';
import { testClock } from '../support/test-clock.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';

let store: RegistryStore & { close(): Promise<void> };
let registry: Registry;
let server: LocalServer;
let provider: OpenidServer;
let outgoing: ProviderFetch;
const clock = testClock();

beforeAll(async () => {
  store = await openTestStore();
  const app = express();
  server = await serveHttp(app);
  const publicUrl = `http://127.0.0.1:${server.port}`;
  provider = await openOpenidProvider(`${publicUrl}/sign-in/with/studio/callback`);
  outgoing = createProviderFetch({ userAgent: 'test', hosts: [new URL(provider.issuer).host] });
  const described = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret };
  registry = makeTestRegistry(store, {
    clock: clock.now,
    settings: { name: 'Assent', publicUrl, assertedNoQuota: 10 },
    providers: createOpenidProviders({
      publicUrl,
      request: (url, init) => outgoing.request(url, init),
      providers: [
        {
          ...described,
          id: 'studio',
          name: 'Studio',
          vouchesForMail: true,
          profileHosts: ['studio.example'],
        },
        {
          ...described,
          id: 'nowhere',
          name: 'Nowhere',
          vouchesForMail: false,
          profileHosts: [],
          issuer: 'http://127.0.0.2:1',
        },
      ],
    }),
  });
  app.use(providerSignInRoutes(registry));
});

afterAll(async () => {
  await outgoing.close();
  await provider.close();
  await server.close();
  await store.close();
});

/** A browser, as far as cookies go. */
class Browser {
  readonly cookies = new Map<string, string>();

  async send(url: string, method = 'GET'): Promise<Response> {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: registry.settings.publicUrl,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async begin({ link = false, id = 'studio' } = {}): Promise<string> {
    const answer = await this.send(
      `${registry.settings.publicUrl}/sign-in/with/${id}${link ? '?link=1' : ''}`,
      'POST',
    );
    const { location } = (await answer.json()) as { location?: string };
    return location ?? `status ${answer.status}`;
  }

  async signIn(login: string, options: { link?: boolean } = {}): Promise<string | null> {
    const back = await provider.signIn(await this.begin(options), login);
    return (await this.send(back)).headers.get('location');
  }

  async account() {
    const token = this.cookies.get('assent_session');
    if (token === undefined) return undefined;
    const session = await store.sessions.byTokenHash(registry.sha256(new TextEncoder().encode(token)));
    return session && store.accounts.byId(session.accountId);
  }
}

/** An account that somebody made with a password; that the address is theirs, nobody has shown. */
async function registered(email: string): Promise<Account> {
  const account = newAccount(registry, { email, role: 'artist', passwordHash: 'a hash' });
  await store.accounts.add(account);
  return account;
}

function person(login: string, facts: Person = {}): string {
  provider.people.set(login, facts);
  return login;
}

describe('signing in with a provider', () => {
  it('is half of a sign-in where the account has an authenticator app', async () => {
    const login = person('guarded');
    const [first, second] = [new Browser(), new Browser()];
    await first.signIn(login);
    const account = await first.account();
    const now = clock.now();
    const on = { accountId: account?.id ?? '', createdAt: now, turnedOnAt: now, lastStep: 0 };
    await store.secondFactors.put({ ...on, secret: new Uint8Array(20) });
    expect(await second.signIn(login)).toBe('/sign-in?provider=second-factor');
    expect(await second.account()).toBeUndefined();
    expect(await store.sessions.ofAccount(on.accountId)).toHaveLength(1);
    const half = second.cookies.get('assent_half') ?? '';
    const counted = await store.halfSignIns.attempt(registry.sha256(new TextEncoder().encode(half)));
    expect(counted).toMatchObject({ accountId: on.accountId, attempts: 1 });
  });

  it('opens an account at the first time, and the same one ever after', async () => {
    const login = person('anna');
    const [first, second] = [new Browser(), new Browser()];
    expect(await first.signIn(login)).toBe('/desk');
    expect(await second.signIn(login)).toBe('/desk');
    const account = await first.account();
    expect(account).toMatchObject({ role: 'artist', email: undefined });
    expect((await second.account())?.id).toBe(account?.id);
  });

  it('asks for PKCE, a state and a nonce, and sends the secret to no browser', async () => {
    const url = new URL(await new Browser().begin());
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(url.href).not.toContain(CLIENT.secret);
  });

  it.each<[string, (back: string) => string]>([
    ['another state', (back) => back.replace(/state=[^&]+/, 'state=of-somebody-else')],
    ['no state', (back) => back.replace(/&?state=[^&]+/, '')],
    ['another code', (back) => back.replace(/code=[^&]+/, 'code=made-up')],
    ['another issuer (RFC 9207)', (back) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example')],
    ['a refusal', (back) => back.replace(/code=[^&]+/, 'error=access_denied')],
  ])('lets nobody in who comes back with %s', async (_, change) => {
    const browser = new Browser();
    const back = await provider.signIn(await browser.begin(), person('bert'));
    expect(change(back)).not.toBe(back);
    expect((await browser.send(change(back))).headers.get('location')).toBe('/sign-in?provider=refused');
    expect(await browser.account()).toBeUndefined();
    expect((await browser.send(back)).headers.get('location')).toBe('/sign-in?provider=refused');
  });

  it('belongs to the browser that began it: what comes back to another one signs nobody in', async () => {
    const [attacker, victim] = [new Browser(), new Browser()];
    const back = await provider.signIn(await attacker.begin(), person('mallory'));
    await victim.begin();
    expect((await victim.send(back)).headers.get('location')).toBe('/sign-in?provider=refused');
    expect(await victim.account()).toBeUndefined();
  });

  it('works once, and for ten minutes', async () => {
    const browser = new Browser();
    const back = await provider.signIn(await browser.begin(), person('carla'));
    clock.advance({ minutes: 10 });
    expect((await browser.send(back)).headers.get('location')).toBe('/sign-in?provider=refused');
  });

  it('is refused where the provider cannot be reached, is unknown, or leads to a host that nobody named', async () => {
    expect(await new Browser().begin({ id: 'nowhere' })).toBe('status 422');
    expect(await new Browser().begin({ id: 'nobody' })).toBe('status 422');
    await expect(
      outgoing.request('http://169.254.169.254/', { method: 'GET', headers: {} }),
    ).rejects.toMatchObject({
      code: 'redirect-to-other-host',
    });
  });

  it('is not begun by another site', async () => {
    const browser = new Browser();
    await browser.signIn(person('dora'));
    const answer = await fetch(`${registry.settings.publicUrl}/sign-in/with/studio?link=1`, {
      method: 'POST',
      headers: {
        cookie: `assent_session=${browser.cookies.get('assent_session')}`,
        origin: 'https://evil.example',
      },
    });
    expect(answer.status).toBe(403);
  });
});

describe('an e-mail address that comes with it', () => {
  it('opens the account with that address when it is verified, and drops what somebody else set up there', async () => {
    const waiting = await registered('erik@example.org');
    const browser = new Browser();
    await browser.signIn(person('erik', { email: 'erik@example.org', email_verified: true }));
    expect(await browser.account()).toMatchObject({ id: waiting.id, passwordHash: undefined });
  });

  it('opens nothing when it is not verified: whoever typed it has an account of their own', async () => {
    const owner = await registered('fay@example.org');
    const browser = new Browser();
    await browser.signIn(person('thief', { email: 'fay@example.org', email_verified: false }));
    const account = await browser.account();
    expect(account?.id).not.toBe(owner.id);
    expect(account?.email).toBeUndefined();
  });
});

describe('linking it to an account', () => {
  it('needs to be signed in, and then signs in to that account', async () => {
    expect(await new Browser().begin({ link: true })).toBe('status 401');
    const browser = new Browser();
    await browser.signIn(person('gina'));
    const account = await browser.account();
    expect(await browser.signIn(person('gina-too'), { link: true })).toBe('/account');
    const elsewhere = new Browser();
    await elsewhere.signIn('gina-too');
    expect((await elsewhere.account())?.id).toBe(account?.id);
  });

  it('takes nothing away from the account that has it, and ends with the session that began it', async () => {
    const [owner, other] = [new Browser(), new Browser()];
    await owner.signIn(person('hugo'));
    await other.signIn(person('ines'));
    expect(await other.signIn('hugo', { link: true })).toBe('/sign-in?provider=refused');
    const again = new Browser();
    await again.signIn('hugo');
    expect((await again.account())?.id).toBe((await owner.account())?.id);
    const back = await provider.signIn(await other.begin({ link: true }), person('jo'));
    other.cookies.delete('assent_session');
    expect((await other.send(back)).headers.get('location')).toBe('/sign-in?provider=refused');
  });
});

describe('a profile that it vouches for', () => {
  const actorOf = async (browser: Browser) => {
    const account = await browser.account();
    if (account === undefined) throw new Error('Nobody is signed in.');
    return { ...(await signUp(registry)), account };
  };

  it.each<['path' | 'url', string, boolean]>([
    ['path', 'https://studio.example/kim/', true],
    ['url', 'https://studio.example/kim', true],
    ['path', 'https://studio.example/kim/more/', false],
    ['path', 'https://studio.example/lee/', false],
    ['path', 'https://elsewhere.example/kim/', false],
  ])('proves that profile and nothing else: %s %s', async (kind, address, isProven) => {
    const browser = new Browser();
    await browser.signIn(person('kim', { profile: 'https://studio.example/kim' }));
    const actor = await actorOf(browser);
    const opened = await openClaim(registry, actor, { kind, address, capacity: 'author' });
    if (!opened.ok) throw new Error(opened.message);
    const result = await verifyClaim(registry, actor, { claimId: opened.claim.id, method: 'openid-connect' });
    expect(result).toMatchObject(
      isProven ? { ok: true, claim: { assurance: 'verified' } } : { ok: false, reason: 'absent' },
    );
  });

  it('has to have been said within the hour', async () => {
    const browser = new Browser();
    await browser.signIn(person('mia', { profile: 'https://studio.example/mia' }));
    const actor = await actorOf(browser);
    const opened = await openClaim(registry, actor, {
      kind: 'path',
      address: 'studio.example/mia/',
      capacity: 'author',
    });
    if (!opened.ok) throw new Error(opened.message);
    clock.advance({ minutes: 61 });
    expect(
      await verifyClaim(registry, actor, { claimId: opened.claim.id, method: 'openid-connect' }),
    ).toMatchObject({
      ok: false,
      reason: 'replaced',
      nextStep: expect.stringContaining('Sign in there once more'),
    });
  });

  it('is unlinked unless it is the only way in, and then what it proved lapses after two weeks unless it is linked again', async () => {
    const browser = new Browser();
    await browser.signIn(person('noa', { profile: 'https://studio.example/noa' }));
    const actor = await actorOf(browser);
    const place = { kind: 'path', address: 'studio.example/noa/', capacity: 'author' } as const;
    const opened = await openClaim(registry, actor, place);
    if (!opened.ok) throw new Error(opened.message);
    const claimId = opened.claim.id;
    await verifyClaim(registry, actor, { claimId, method: 'openid-connect' });
    const [linked] = await linkedProviders(registry, actor.account);
    expect(linked).toMatchObject({
      name: 'Studio',
      isOnlyWay: true,
      identity: { profile: 'https://studio.example/noa' },
    });
    const id = linked?.id ?? '';
    expect(await unlinkProvider(registry, actor, { id })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('only way'),
    });
    expect(await unlinkProvider(registry, await actorOf(await elsewhere()), { id })).toMatchObject({
      code: 'NOT_FOUND',
    });

    await store.accounts.update(actor.account.id, { email: 'noa@example.org', passwordHash: 'a hash' });
    expect(await unlinkProvider(registry, actor, { id })).toEqual({ ok: true });
    const [proof] = await store.proofs.ofClaims([claimId]);
    await recheckProofs(registry);
    const assurance = async () => (await store.claims.byId(claimId))?.assurance;
    expect([await assurance(), (await store.proofs.ofClaims([claimId]))[0]?.lastReason]).toEqual([
      'verified',
      'absent',
    ]);
    await store.identities.add({ ...linkedIdentity(linked), seenAt: clock.now() });
    clock.advance({ days: 1 });
    await recheckProofs(registry);
    expect((await store.proofs.ofClaims([claimId]))[0]).toMatchObject({
      failingSince: undefined,
      provenAt: proof?.provenAt,
    });

    await unlinkProvider(registry, actor, { id });
    await recheckProofs(registry);
    clock.advance({ days: 14 });
    await recheckProofs(registry);
    expect(await assurance()).toBe('asserted');
  });

  function linkedIdentity(linked: LinkedProvider | undefined) {
    if (linked === undefined) throw new Error('None is linked.');
    return linked.identity;
  }

  async function elsewhere(): Promise<Browser> {
    const browser = new Browser();
    await browser.signIn(person('ole', {}));
    return browser;
  }
});
