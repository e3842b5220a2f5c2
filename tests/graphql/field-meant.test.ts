import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, GraphQLError, parse, validate } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { fieldMeant } from '../../src/graphql/field-meant.js';

const SECRET = 'a secret; with "signs" at "input.a"; Field "b" is not defined; in it';

const schema = buildSchema(`
  enum Use { SEARCH }
  input Inner { a: Int, b: String!, uses: [Use!] }
  input Outer { inner: Inner, list: [Inner!], id: ID, yes: Boolean }
  type Query { ask(input: Outer, first: Int): Query, demand(index: Int!): Int }
`);

const asked = parse(
  'query($input: Outer, $count: Int!) { ask(input: $input, first: $count) { __typename } }',
);
const variables = (asked.definitions[0] as OperationDefinitionNode).variableDefinitions ?? [];

describe('the field that an error about a variable means', () => {
  it.each<[reason: string, given: Record<string, unknown>, fields: (string | undefined)[]]>([
    ['a value of the wrong type', { input: { inner: { a: SECRET, b: '' } }, count: 1 }, ['input.inner.a']],
    [
      'one in a list',
      { input: { list: [{ b: '' }, { b: '', uses: ['NO'] }] }, count: 1 },
      ['input.list[1].uses[0]'],
    ],
    ['a field too many', { input: { other: SECRET }, count: 1 }, ['input.other']],
    ['a field too many further inside', { input: { inner: { b: '', c: 1 } }, count: 1 }, ['input.inner.c']],
    ['a field missing', { input: { inner: { a: 1 } }, count: 1 }, ['input.inner.b']],
    ['no object at all', { input: SECRET, count: 1 }, ['input']],
    ['a variable missing', { input: {} }, ['count']],
    ['a variable that is null', { count: null }, ['count']],
    ['a text in which all of this stands', { input: { yes: SECRET }, count: 1 }, ['input.yes']],
    [
      'several',
      { input: { inner: { a: 'x', b: 7 } }, count: 'x' },
      ['input.inner.a', 'input.inner.b', 'count'],
    ],
  ])('is named by its path in the variables: %s', (_reason, given, fields) => {
    const errors = getVariableValues(schema, variables, given).errors ?? [];
    expect(errors.map(fieldMeant)).toEqual(fields);
  });
});

describe('the field that an error about a document means', () => {
  it.each<[reason: string, document: string, fields: (string | undefined)[]]>([
    ['a value of the wrong type', '{ ask(first: "x") { __typename } }', ['first']],
    [
      'further inside',
      '{ ask(input: { yes: true, inner: { b: "", a: "x" } }) { __typename } }',
      ['input.inner.a'],
    ],
    [
      'in a list of objects',
      '{ ask(input: { list: [{ b: "" }, { b: "", a: 1.5 }] }) { __typename } }',
      ['input.list.a'],
    ],
    [
      'in a list of words',
      '{ ask(input: { inner: { b: "", uses: [SEARCH, NO] } }) { __typename } }',
      ['input.inner.uses'],
    ],
    ['an object for a word', '{ ask(first: 1, input: { id: { x: 1 } }) { __typename } }', ['input.id']],
    ['a field too many', '{ ask(input: { yes: true, other: 1 }) { __typename } }', ['input.other']],
    ['an argument too many', '{ ask(first: 1, other: { a: 1 }) { __typename } }', ['other']],
    ['a field missing', '{ ask(input: { inner: { a: 1 } }) { __typename } }', ['input.inner.b']],
    ['an argument missing', '{ ask { demand } }', ['index']],
    ['a field twice', '{ ask(input: { yes: true, yes: false }) { __typename } }', ['input.yes']],
    ['an argument twice', '{ ask(first: 1, first: 2) { __typename } }', ['first']],
    ['a default of the wrong type', 'query($n: Int = "x") { ask(first: $n) { __typename } }', ['n']],
    ['a field that is not there', '{ tell }', [undefined]],
    ['two operations of one name', 'query A { __typename } query A { __typename }', [undefined]],
  ])('is named by its path in the document: %s', (_reason, document, fields) => {
    expect(validate(schema, parse(document)).map(fieldMeant)).toEqual(fields);
  });

  it('is none of an error that has no place in it', () => {
    expect(fieldMeant(new GraphQLError('Something.'))).toBeUndefined();
    expect(fieldMeant(new Error('Something.'))).toBeUndefined();
  });
});
