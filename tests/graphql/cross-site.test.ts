import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenStore } from '../../src/store/open-store.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { readAnswer } from './ask-api.js';
import type { Cast } from './matrix/cast.js';
import { makeCast } from './matrix/cast.js';

const QUERY = 'mutation { createApiKey(input: { name: "stolen", scopes: [DECLARE] }) { __typename } }';
const JSON_BODY = JSON.stringify({ query: QUERY });

let store: OpenStore;
let server: ApiServer;
let cast: Cast;

beforeAll(async () => {
  store = await openTestStore();
  const registry = makeTestRegistry(store);
  cast = await makeCast(registry, 0, 'no password');
  server = await openApiServer(registry);
});

afterAll(async () => {
  await server.close();
  await store.close();
});

const keysOfA = async () => (await store.apiKeys.ofAccount(cast.people.artistA.account.id)).length;
const cookieOfA = (): string => `assent_session=${cast.credentials.artistA.session ?? ''}`;

function formOf(): URLSearchParams {
  return new URLSearchParams({ query: QUERY });
}

function multipart(): FormData {
  const form = new FormData();
  form.set('operations', JSON_BODY);
  form.set('query', QUERY);
  return form;
}

describe('a request that another page makes a browser send', () => {
  it.each<[reason: string, request: () => RequestInit & { at?: string }]>([
    ['a form', () => ({ method: 'POST', body: formOf() })],
    ['a form with files', () => ({ method: 'POST', body: multipart() })],
    [
      'JSON passed off as text',
      () => ({ method: 'POST', body: JSON_BODY, headers: { 'content-type': 'text/plain' } }),
    ],
    ['JSON without a type', () => ({ method: 'POST', body: new Blob([JSON_BODY]) })],
    [
      'a type that is hard to read',
      () => ({
        method: 'POST',
        body: JSON_BODY,
        headers: { 'content-type': 'text/plain; application/json' },
      }),
    ],
    [
      'JSON from a foreign page',
      () => ({
        method: 'POST',
        body: JSON_BODY,
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      }),
    ],
    [
      'JSON from a page without a name',
      () => ({
        method: 'POST',
        body: JSON_BODY,
        headers: { 'content-type': 'application/json', origin: 'null' },
      }),
    ],
    [
      'JSON from the same site by https',
      () => ({
        method: 'POST',
        body: JSON_BODY,
        headers: { 'content-type': 'application/json', origin: server.url.replace('http:', 'https:') },
      }),
    ],
    ['a picture’s address', () => ({ method: 'GET', at: `?query=${encodeURIComponent(QUERY)}` })],
    ['a head', () => ({ method: 'HEAD', at: `?query=${encodeURIComponent(QUERY)}` })],
    [
      'a query in the address of a JSON request',
      () => ({
        method: 'GET',
        at: `?query=${encodeURIComponent(QUERY)}`,
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      }),
    ],
    ['PUT', () => ({ method: 'PUT', body: JSON_BODY, headers: { 'content-type': 'application/json' } })],
  ])('does nothing with the cookie it carries: %s', async (_reason, request) => {
    const { at = '', headers, ...rest } = request();
    const before = await keysOfA();
    // Of a page of the registry itself, so that only the way of sending is at fault, unless the row says otherwise.
    const home = new URL(server.url).origin;
    const response = await fetch(server.url + at, {
      ...rest,
      headers: { cookie: cookieOfA(), origin: home, ...(headers as Record<string, string> | undefined) },
    });
    expect({
      status: response.status,
      isRefused: response.status >= 400 && response.status < 500,
    }).toMatchObject({
      isRefused: true,
    });
    expect((await readAnswer(response)).data ?? null).toBeNull();
    expect(await keysOfA()).toBe(before);
  });

  it('is told apart from one of our own page, which is carried out', async () => {
    const before = await keysOfA();
    const response = await fetch(server.url, {
      method: 'POST',
      body: JSON_BODY,
      headers: {
        'content-type': 'application/json',
        cookie: cookieOfA(),
        origin: new URL(server.url).origin,
      },
    });
    expect((await readAnswer(response)).data).toEqual({
      createApiKey: { __typename: 'CreateApiKeyPayload' },
    });
    expect(await keysOfA()).toBe(before + 1);
  });

  it('is never told that another page may read the answer', async () => {
    const response = await fetch(server.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
