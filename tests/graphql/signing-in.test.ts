import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArgon2Passwords } from '../../src/identity/argon2-passwords.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import type { ApiAnswer } from './ask-api.js';
import { askApi } from './ask-api.js';

const REGISTER = `mutation($email: String!) {
  register(input: { email: $email, password: "three unrelated words" }) {
    ... on RegisterPayload { account { email sessions { isCurrent } } }
  }
}`;
const SIGN_IN = `mutation($email: String!) {
  signInWithPassword(input: { email: $email, password: "three unrelated words" }) {
    ... on SignInPayload { account { email } }
  }
}`;
const VIEWER = '{ viewer { email } }';
const SIGN_OUT = 'mutation { signOut(input: {}) { sessionsEnded } }';

let store: OpenStore;
let server: ApiServer;

beforeAll(async () => {
  store = await openTestStore();
  server = await openApiServer(makeTestRegistry(store, { passwords: createArgon2Passwords() }));
});

afterAll(async () => {
  await server.close();
  await store.close();
});

const ask = (query: string, session?: string, variables = {}): Promise<ApiAnswer> =>
  askApi(server.url, query, variables, { session });

/** Registers, and answers the token of the session cookie. */
async function register(email: string): Promise<string> {
  const { data, session } = await ask(REGISTER, undefined, { email });
  expect(data).toEqual({ register: { account: { email, sessions: [{ isCurrent: true }] } } });
  return session ?? '';
}

describe('a session', () => {
  it('begins with registering, and the cookie opens it', async () => {
    const session = await register('first@example.org');
    expect(session).toMatch(/^[\w-]{43}$/);
    expect((await ask(VIEWER, session)).data).toEqual({ viewer: { email: 'first@example.org' } });
    expect((await ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('gets a new token at every sign-in, and the old one opens nothing any more', async () => {
    const old = await register('rotated@example.org');
    const { session } = await ask(SIGN_IN, old, { email: 'rotated@example.org' });
    expect(session).not.toBe(old);
    expect((await ask(VIEWER, session)).data).toEqual({ viewer: { email: 'rotated@example.org' } });
    expect((await ask(VIEWER, old)).data).toEqual({ viewer: null });
  });

  it('ends when signed out: a stolen cookie is worth nothing after it', async () => {
    const session = await register('leaver@example.org');
    const out = await ask(SIGN_OUT, session);
    expect(out.data).toEqual({ signOut: { sessionsEnded: 1 } });
    expect(out.session).toBe('');
    expect((await ask(VIEWER, session)).data).toEqual({ viewer: null });
  });

  it('ends everywhere at once when that is asked for', async () => {
    const one = await register('everywhere@example.org');
    const { session: two } = await ask(SIGN_IN, undefined, { email: 'everywhere@example.org' });
    const out = await ask('mutation { signOut(input: { everywhere: true }) { sessionsEnded } }', two);
    expect(out.data).toEqual({ signOut: { sessionsEnded: 2 } });
    expect((await ask(VIEWER, one)).data).toEqual({ viewer: null });
  });

  it('goes on under a new token after a change of password, and every other one ends', async () => {
    const elsewhere = await register('changer@example.org');
    const { session: here } = await ask(SIGN_IN, undefined, { email: 'changer@example.org' });
    const changed = await ask(
      `mutation { changePassword(input: { currentPassword: "three unrelated words", newPassword: "four other words here" }) {
         ... on AccountPayload { account { sessions { isCurrent } } } } }`,
      here,
    );
    expect(changed.data).toEqual({ changePassword: { account: { sessions: [{ isCurrent: true }] } } });
    expect((await ask(VIEWER, changed.session)).data).toEqual({ viewer: { email: 'changer@example.org' } });
    expect((await ask(VIEWER, here)).data).toEqual({ viewer: null });
    expect((await ask(VIEWER, elsewhere)).data).toEqual({ viewer: null });
  });

  it('lets whoever signs in go on as themselves within the same request, and no longer once signed out', async () => {
    await register('both@example.org');
    const answer = await ask(
      `mutation($email: String!) {
         signInWithPassword(input: { email: $email, password: "three unrelated words" }) { __typename }
         createApiKey(input: { name: "in one go", scopes: [READ] }) { __typename }
         signOut(input: {}) { sessionsEnded }
         revokeApiKey(input: { id: "any" }) { __typename }
       }`,
      undefined,
      { email: 'both@example.org' },
    );
    expect(answer.errors).toMatchObject([
      { path: ['revokeApiKey'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(answer.session).toBe('');
  });

  it('sends answers that nobody may keep for another', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
