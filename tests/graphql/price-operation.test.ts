import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { priceOperation } from '../../src/graphql/price-operation.js';
import { MAX_PRICE } from '../../src/graphql/prices.js';
import { buildBareSchema } from '../../src/graphql/schema.js';

const schema = await buildBareSchema();

function priceOf(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('There is no operation.');
  return priceOperation({ schema, document, operation, variables });
}

const claims = (first: string, fields: string) =>
  `query($n: Int! = 100) { viewer { claims(first: ${first}) { edges { node { ${fields} } } } } }`;

describe('the price of an operation', () => {
  it('grows with the length of every list around an object', () => {
    const ten = priceOf(claims('10', 'id'));
    const hundred = priceOf(claims('100', 'id'));
    expect(hundred - ten).toBe(90 * 3);
    expect(priceOf(claims('100', 'evidence { id }')) - hundred).toBe(100 * 5);
  });

  it('takes a length from a variable, from its default, or from the default of the argument', () => {
    const asLiteral = priceOf(claims('100', 'id'));
    expect(priceOf(claims('$n', 'id'))).toBe(asLiteral);
    expect(priceOf(claims('$n', 'id'), { n: 20 })).toBe(priceOf(claims('20', 'id')));
    expect(priceOf(`{ viewer { claims { edges { node { id } } } } }`)).toBe(priceOf(claims('20', 'id')));
  });

  it('counts what asks the database for every object, although it is a scalar', () => {
    const difference = priceOf(claims('100', 'knownEntries')) - priceOf(claims('100', 'id'));
    expect(difference).toBe(100 * 1_000);
  });

  it('is the same whether fields stand there, in a fragment, or in a spread of one', () => {
    const plain = priceOf(`{ datasets { slug } registry { name } }`);
    expect(priceOf(`{ ... on Query { datasets { slug } registry { name } } }`)).toBe(plain);
    expect(priceOf(`{ ...A } fragment A on Query { datasets { slug } registry { name } }`)).toBe(plain);
  });

  it('is higher for a search that is filtered by answers, which may ask about every hit', () => {
    const search = (filter: string) =>
      priceOf(
        `query($f: SearchFilterInput) { searchEntries(input: { words: "a" }${filter}) { __typename } }`,
        {
          f: { consent: { use: 'TRAIN_AI', answers: ['DENIED'] } },
        },
      );
    const filtered = search(', filter: $f');
    expect(filtered - search('')).toBe(50_000);
    expect(filtered).toBeLessThan(MAX_PRICE);
    expect(10 * filtered).toBeGreaterThan(MAX_PRICE);
  });

  it('adds up what is asked under several names', () => {
    const one = priceOf('{ a: datasets { slug } }');
    expect(priceOf('{ a: datasets { slug } b: datasets { slug } }')).toBe(2 * one);
  });

  it.each([
    ['a proof of every leaf of a page', '{ log { entries(first: 100) { edges { node { leaf proof } } } } }'],
    [
      'every proof that the log gives',
      '{ log { inclusionProof(index: "0") { root } consistencyProof(oldSize: "0") { newRoot } } }',
    ],
    [
      'a proof of every statement of a page',
      '{ viewer { statements(first: 100) { edges { node { proof } } } } }',
    ],
    [
      'a proof of every statement about a place on a page',
      '{ statements(subject: { kind: URL, address: "a.example" }, first: 100) { edges { node { proof leaf } } } }',
    ],
  ])('lets %s through', (_what, query) => {
    expect(priceOf(query)).toBeLessThanOrEqual(MAX_PRICE);
  });

  it('counts proofs of statements by their number: those behind ten thousand answers are too many', () => {
    const said = 'decisions { decidedBy { statement { proof } } }';
    expect(priceOf(check('SEARCH', said), { items })).toBeGreaterThan(MAX_PRICE);
  });

  const check = (uses: string, fields: string) =>
    `query($items: [ConsentItemInput!]!) { checkConsent(input: { items: $items, uses: [${uses}] }) { answers { ${fields} } } }`;
  const items = Array.from({ length: 10_000 }, () => ({ url: 'x' }));

  it('of a check grows with items and uses', () => {
    const one = priceOf(check('SEARCH', 'url'), { items });
    expect(priceOf(check('SEARCH, TRAIN_AI', 'url'), { items })).toBe(2 * one);
    expect(priceOf(check('SEARCH', 'url'), { items: items.slice(5_000) })).toBe(one / 2);
  });

  it('lets ten thousand items and five uses with every statement through, and no more than that', () => {
    const uses = 'TEXT_AND_DATA_MINING, TRAIN_AI, TRAIN_GENERATIVE_AI, AI_INFERENCE, SEARCH';
    const said = 'reason statement { address terms { credit } }';
    const everything = `decisions { decidedBy { ${said} } notCounted { ${said} } }`;
    const price = priceOf(check(uses, everything), { items });
    expect(price).toBeLessThanOrEqual(MAX_PRICE);
    expect(2 * price).toBeGreaterThan(MAX_PRICE);
  });

  it.each([
    ['a length that is no number', { n: 'many' }],
    ['a length below nothing', { n: -1_000_000 }],
    ['no length', { n: null }],
  ])('never falls below that of one object: %s', (_reason, variables) => {
    expect(priceOf(claims('$n', 'id'), variables)).toBeGreaterThanOrEqual(priceOf(claims('1', 'id')));
  });

  it('of a check whose items are no list is that of the largest', () => {
    const largest = priceOf(check('SEARCH', 'url'), { items });
    expect(priceOf(check('SEARCH', 'url'), { items: 'all' })).toBe(largest);
  });
});
