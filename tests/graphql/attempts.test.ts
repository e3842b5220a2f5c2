import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createArgon2Passwords } from '../../src/identity/argon2-passwords.js';
import { createAttemptLimiter } from '../../src/identity/attempt-limiter.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi } from './ask-api.js';

const PASSWORD = 'three unrelated words';
const EMAIL = 'guessed@example.org';
const LIMIT = 10;

let store: OpenStore;
let server: ApiServer;

beforeAll(async () => {
  store = await openTestStore();
  const unlimited = makeTestRegistry(store, { passwords: createArgon2Passwords() });
  server = await openApiServer({ ...unlimited, attempts: createAttemptLimiter(unlimited) });
  await askApi(server.url, 'mutation($input: RegisterInput!) { register(input: $input) { __typename } }', {
    input: { email: EMAIL, password: PASSWORD },
  });
});

afterAll(async () => {
  await server.close();
  await store.close();
});

/** Guesses several passwords in one request, and answers what became of each. */
async function guess(passwords: readonly string[]): Promise<string[]> {
  const calls = passwords.map(
    (password, index) =>
      `g${index}: signInWithPassword(input: { email: "${EMAIL}", password: "${password}" }) { __typename }`,
  );
  const { data } = await askApi(server.url, `mutation { ${calls.join(' ')} }`);
  return Object.values(data as Record<string, { __typename: string }>).map(({ __typename }) => __typename);
}

describe('guessing a password', () => {
  it('is counted guess by guess, however many stand in one request: the eleventh fails though it is right', async () => {
    const wrong = (count: number) => Array.from({ length: count }, (_, index) => `wrong guess ${index}`);
    expect(await guess(wrong(8))).toEqual(Array.from({ length: 8 }, () => 'WrongCredentialsError'));
    expect(await guess([...wrong(4), PASSWORD])).toEqual([
      ...Array.from({ length: LIMIT - 8 }, () => 'WrongCredentialsError'),
      ...Array.from({ length: 3 }, () => 'TooManyAttemptsError'),
    ]);
  });
});
