import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi, readAnswer } from './ask-api.js';

let store: OpenStore;
let server: ApiServer;
let storeCalls = 0;

beforeAll(async () => {
  store = await openTestStore();
  server = await openApiServer(countingCalls(makeTestRegistry(store)));
});

afterAll(async () => {
  await server.close();
  await store.close();
});

/** The registry, counting how often its log is asked: every query used here asks it. */
function countingCalls(registry: Registry): Registry {
  const { log, logTree } = registry.store;
  return { ...registry, store: { ...registry.store, log: counted(log), logTree: counted(logTree) } };
}

function counted<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get(_store, name) {
      const member: unknown = Reflect.get(store, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        storeCalls += 1;
        return Reflect.apply(member, store, args);
      };
    },
  });
}

const nested = (depth: number) => `{ ${'a { '.repeat(depth)} b ${'} '.repeat(depth)} }`;
const introspection = (depth: number) =>
  `{ __type(name: "Claim") { ${'ofType { '.repeat(depth)} name ${'} '.repeat(depth)} } }`;
const aliases = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: registry { name }`).join(' ')} }`;

const directives = (count: number) => `{ registry { name ${'@include(if: true) '.repeat(count)} } }`;
const listsInLists = (depth: number) =>
  `{ checkConsent(input: ${'['.repeat(depth)}${']'.repeat(depth)}) { logSize } }`;

const CHECK = `query($items: [ConsentItemInput!]!, $uses: [Use!]!) {
  checkConsent(input: { items: $items, uses: $uses }) { logSize answers { url decisions { use decision } } }
}`;
const itemsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ url: `https://host-${index}.example/a/b/${index}.jpg` }));

describe('addresses that are asked about', () => {
  it('count towards the quota, and the request over it is told when to come again', async () => {
    const tight = await openApiServer(makeTestRegistry(store), { checksPerMinute: 4 });
    const variables = { items: itemsOf(2), uses: ['TRAIN_AI'] };
    const twice = await askApi(tight.url, CHECK, variables);
    expect(twice.errors).toEqual([]);
    await askApi(tight.url, CHECK, variables);
    const over = await fetch(tight.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: CHECK, variables }),
    });
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const { data, errors } = await readAnswer(over);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS' } }]);
    await tight.close();
  });
});

describe('a document that asks too much', () => {
  it.each<[reason: string, query: string, told: RegExp]>([
    ['a hundred levels of nothing', nested(100), /Cannot query field/],
    ['a hundred levels deep', introspection(100), /depth limit of 10/],
    ['eleven levels deep', introspection(9), /depth limit of 10 exceeded, found 11/],
    ['ten thousand aliases', aliases(10_000), /longer than 50000/],
    ['sixteen aliases', aliases(16), /Aliases limit of 15/],
    ['ten thousand directives', directives(10_000), /longer than 50000/],
    ['a thousand directives', directives(1_000), /2000 tokens/],
    [
      'eleven directives',
      `{ registry { ${'name @include(if: true) '.repeat(11)} } }`,
      /Directives limit of 10/,
    ],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      /within itself/,
    ],
    ['a fragment in itself', '{ registry { ...A } } fragment A on Registry { name ...A }', /within itself/],
    ['fragments that double at each of thirty levels', doublingFragments(30), /too many selections/],
    ['a hundred lists in each other', listsInLists(100), /Expected value of type/],
    ['two thousand and more words', `{ registry { ${'name '.repeat(2_000)} } }`, /2000 tokens/],
    ['a megabyte of fields', `{ registry { ${'name '.repeat(200_000)} } }`, /longer than 50000/],
    ['a megabyte in one text', `{ statement(id: "${'a'.repeat(1_000_000)}") { id } }`, /longer than 50000/],
    ['a megabyte of comment', `#${'a'.repeat(1_000_000)}\n{ registry { logSize } }`, /longer than 50000/],
  ])('is refused before any of it is carried out: %s', async (_reason, query, told) => {
    const before = storeCalls;
    const answer = await askApi(server.url, query);
    expect([400, 413]).toContain(answer.status);
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0]?.extensions?.code).toMatch(/^GRAPHQL_|^BAD_REQUEST$/);
    expect(answer.errors[0]?.message).toMatch(told);
    expect(storeCalls).toBe(before);
  });

  it('is told from what tools and pages ask, which is answered', async () => {
    expect((await askApi(server.url, getIntrospectionQuery())).errors).toEqual([]);
    expect((await askApi(server.url, aliases(15))).errors).toEqual([]);
  });

  it('may not be one of several in a batch', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ registry { name } }' }, { query: '{ registry { name } }' }]),
    });
    const answer = await readAnswer(response);
    expect({ status: answer.status, data: answer.data }).toEqual({ status: 400, data: undefined });
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['no JSON', '{', 400],
    ['nothing', '', 400],
    ['no object', '"query"', 400],
    [
      'more than four megabytes',
      JSON.stringify({ query: CHECK, variables: { items: 'a'.repeat(4_200_000) } }),
      413,
    ],
  ])('is answered with what is wrong: %s', async (_reason, body, status) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await readAnswer(response);
    expect({ status: answer.status, code: answer.errors[0]?.extensions?.code }).toEqual({
      status,
      code: 'BAD_REQUEST',
    });
  });
});

describe('a check', () => {
  it('answers ten thousand items and every use at once, in order', async () => {
    const items = itemsOf(10_000);
    const uses = ['TEXT_AND_DATA_MINING', 'TRAIN_AI', 'TRAIN_GENERATIVE_AI', 'AI_INFERENCE', 'SEARCH'];
    const answer = await askApi(server.url, CHECK, { items, uses });
    expect(answer.errors).toEqual([]);
    const { answers } = answer.data?.['checkConsent'] as { answers: { url: string; decisions: unknown[] }[] };
    expect(answers.map(({ url }) => url)).toEqual(items.map(({ url }) => url));
    expect(answers.every(({ decisions }) => decisions.length === uses.length)).toBe(true);
  });

  it.each([
    ['one item too many', 10_001, ['TRAIN_AI']],
    ['a use twice', 1, ['TRAIN_AI', 'TRAIN_AI']],
    ['no use at all', 1, []],
  ])('of %s is refused with what to do', async (_reason, count, uses) => {
    const answer = await askApi(server.url, CHECK, { items: itemsOf(count), uses });
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', nextStep: expect.stringMatching(/./) } },
    ]);
    expect(answer.data ?? null).toBeNull();
  });

  it('is priced by its items: several large ones in one request are refused before any is carried out', async () => {
    const call =
      'checkConsent(input: { items: $items, uses: [TRAIN_AI, SEARCH] }) { answers { decisions { decision } } }';
    const calls = Array.from({ length: 15 }, (_, index) => `c${index}: ${call}`).join(' ');
    const before = storeCalls;
    const answer = await askApi(server.url, `query($items: [ConsentItemInput!]!) { ${calls} }`, {
      items: itemsOf(10_000),
    });
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'TOO_COSTLY', nextStep: expect.stringMatching(/./) } },
    ]);
    expect(answer.status).toBe(400);
    expect(storeCalls).toBe(before);
  });
});

describe('a page of a list', () => {
  it.each([
    [0, 'an empty page'],
    [-1, 'a page backwards'],
    [101, 'one item too many'],
    [2_147_483_647, 'everything'],
  ])('of %i items is refused: %s', async (first) => {
    const answer = await askApi(
      server.url,
      'query($first: Int!) { searchEntries(input: { words: "a" }, first: $first) { __typename } }',
      { first },
    );
    expect(answer.errors[0]?.extensions?.code).toMatch(/^BAD_USER_INPUT$|^TOO_COSTLY$/);
    expect(answer.data ?? null).toBeNull();
  });

  it('that begins at a cursor nobody gave out is refused with what to do', async () => {
    const answer = await askApi(
      server.url,
      '{ searchEntries(input: { words: "a" }, after: "made up") { __typename } }',
    );
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', nextStep: expect.stringMatching(/./) } },
    ]);
  });
});

/** Of which the last would be answered 2^levels times, were it looked at once for each spread. */
function doublingFragments(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { registry { name } }`;
}
