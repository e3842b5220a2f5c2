import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi } from './ask-api.js';

const SECRET = 'correct-horse-battery-staple';
/** As drivers and libraries word their errors. */
const INNER = `duplicate key value violates "accounts_email_key" in INSERT INTO accounts at /srv/assent/src/store/x.ts:7 for ${SECRET}`;

let store: OpenStore;
let production: ApiServer;
let development: ApiServer;

beforeAll(async () => {
  store = await openTestStore();
  const registry = makeTestRegistry(store);
  const broken: Registry = {
    ...registry,
    store: {
      ...registry.store,
      datasets: { ...registry.store.datasets, all: () => Promise.reject(new Error(INNER)) },
    },
  };
  production = await openApiServer(broken);
  development = await openApiServer(broken, { isProduction: false });
});

afterAll(async () => {
  await production.close();
  await development.close();
  await store.close();
});

const TELLING = new RegExp(
  [
    'select |insert |update |delete from|violates|_key\\b|_pkey\\b',
    ' at \\S+:\\d+|\\.ts\\b|\\.js\\b|/src/|node_modules|stack',
    'did you mean',
    'target|validationErrors',
    SECRET,
  ].join('|'),
  'i',
);

describe('an error in production', () => {
  it.each<[reason: string, query: string, variables: Readonly<Record<string, unknown>>, code: string]>([
    ['the database fails', '{ datasets { slug } }', {}, 'INTERNAL'],
    ['the database fails below a mutation’s alias', '{ a: registry { name } }', {}, 'INTERNAL'],
    ['a field that nearly exists', '{ registry { nam } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an argument that nearly exists', '{ claim(idd: "1") { id } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a type that nearly exists', '{ ... on Querry { registry { name } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a value that nearly exists',
      '{ checkConsent(input: { items: [], uses: [TRAIN] }) { logSize } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no GraphQL', `{ ${SECRET.replaceAll('-', ' { ')}`, {}, 'GRAPHQL_PARSE_FAILED'],
    [
      'a variable of the wrong type',
      'mutation($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { __typename } }',
      { input: { email: 1, password: SECRET } },
      'BAD_USER_INPUT',
    ],
    [
      'a variable with a field too many',
      'mutation($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { __typename } }',
      { input: { email: 'a@example.org', password: SECRET, passwordd: SECRET } },
      'BAD_USER_INPUT',
    ],
    [
      'a secret where an enum belongs',
      'query($uses: [Use!]!) { checkConsent(input: { items: [], uses: $uses }) { logSize } }',
      { uses: [SECRET] },
      'BAD_USER_INPUT',
    ],
    [
      'a secret where a digest belongs',
      'query($id: Sha256!) { statement(id: $id) { id } }',
      { id: SECRET },
      'BAD_USER_INPUT',
    ],
    [
      'a variable that is missing',
      'mutation($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { __typename } }',
      {},
      'BAD_USER_INPUT',
    ],
  ])('tells nothing about what is inside, nor what was sent: %s', async (_reason, query, variables, code) => {
    const answer = await askApi(production.url, query, variables);
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toContain(code);
    for (const error of answer.errors) {
      expect(JSON.stringify(error)).not.toMatch(TELLING);
      expect(
        Object.keys(error).filter((key) => !['message', 'locations', 'path', 'extensions'].includes(key)),
      ).toEqual([]);
      const known = ['code', 'nextStep', 'field', 'requestId'];
      expect(Object.keys(error.extensions ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it('of ours carries the id under which the whole of it stands in the server’s log', async () => {
    const answer = await askApi(production.url, '{ datasets { slug } }');
    const { requestId, nextStep } = answer.errors[0]?.extensions ?? {};
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(nextStep).toMatch(/id of the request/);
    const lines = production.logged.filter((line) => line.includes(requestId ?? 'none'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: INNER }, path: ['datasets'] });
  });

  it('of the caller’s is not written to the log, which would fill with what they send', async () => {
    const before = production.logged.length;
    await askApi(production.url, '{ nothing }');
    await askApi(production.url, '{ claim(id: "1") { id } }');
    expect(production.logged).toHaveLength(before);
  });
});

describe('an error while developing', () => {
  it('says what went wrong, but never where in the code', async () => {
    const answer = await askApi(development.url, '{ datasets { slug } }');
    expect(answer.errors[0]).toMatchObject({ message: INNER, extensions: { code: 'INTERNAL' } });
    expect(answer.text).not.toMatch(/stack/i);
  });

  it('helps to spell names', async () => {
    const answer = await askApi(development.url, '{ registry { nam } }');
    expect(answer.text).toContain('Did you mean');
  });
});
