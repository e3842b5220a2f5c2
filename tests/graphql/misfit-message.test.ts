import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { withoutSentValue } from '../../src/graphql/misfit-message.js';

const SECRET = 'a secret';
/** Looks like the rest of the message. */
const SLY_SECRET = 'a secret; with "signs" at "input.a"; in it';

const schema = buildSchema(`
  enum Use { SEARCH }
  input Inner { a: Int, b: String! }
  input Outer { inner: Inner, uses: [Use!], id: ID, yes: Boolean, part: Float }
  type Query { ask(input: Outer): Int }
`);
const { definitions } = parse('query($input: Outer) { ask(input: $input) }');
const variables = (definitions[0] as OperationDefinitionNode).variableDefinitions ?? [];

/** What the library itself says about a value that does not fit. */
function libraryMessages(input: unknown): string[] {
  return getVariableValues(schema, variables, { input }).errors?.map(({ message }) => message) ?? [];
}

describe('the message about a variable that does not fit', () => {
  it.each<[reason: string, input: unknown, told: string]>([
    ['no number', { inner: { a: SECRET, b: '' } }, ' at "input.inner.a". It is no Int.'],
    ['no text', { inner: { b: [SECRET] } }, ' at "input.inner.b". It is no String.'],
    ['no yes or no', { yes: SECRET }, ' at "input.yes". It is no Boolean.'],
    ['no decimal number', { part: SECRET }, ' at "input.part". It is no Float.'],
    ['no id', { id: { SECRET } }, ' at "input.id". It is no ID.'],
    ['none of the values', { uses: [SECRET] }, ' at "input.uses[0]". It is none of the values of Use.'],
    ['a text for an enum', { uses: [{ SECRET }] }, ''],
    ['no object', SECRET, '. Expected type "Outer" to be an object.'],
    [
      'a field missing',
      { inner: { a: 1, c: SECRET } },
      'Field "b" of required type "String!" was not provided.',
    ],
    ['a field too many', { other: SECRET }, 'Field "other" is not defined by type "Outer".'],
    [
      'null where a value belongs',
      { inner: { b: null } },
      'Expected non-nullable type "String!" not to be null.',
    ],
  ])('says what is wrong and where, without the value: %s', (_reason, input, told) => {
    const messages = libraryMessages(input).map(withoutSentValue);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join('\n')).toContain(told);
    expect(messages.join('\n')).not.toContain('secret');
  });

  it('is cut shorter rather than tell a value that looks like a message', () => {
    for (const input of [SLY_SECRET, { uses: [SLY_SECRET] }, { inner: { a: SLY_SECRET, b: '' } }]) {
      const messages = libraryMessages(input).map(withoutSentValue);
      expect(messages.length).toBeGreaterThan(0);
      expect(messages.join('\n')).not.toMatch(/secret|signs/);
    }
  });

  it('leaves every other message as it is', () => {
    expect(withoutSentValue('Syntax Error: Unexpected Name "x".')).toBe('Syntax Error: Unexpected Name "x".');
  });
});
