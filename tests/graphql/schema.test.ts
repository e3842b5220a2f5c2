import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { GraphQLNamedType } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { buildBareSchema, writeSchema } from '../../src/graphql/schema.js';

const schema = await buildBareSchema();
const ownTypes = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(name),
);

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Everything of a type that a reader of the schema meets, under the name by which to find it. */
function partsOf(type: GraphQLNamedType): Described[] {
  const named = (parts: readonly Described[], prefix: string) =>
    parts.map(({ name, description }) => ({ name: `${prefix}.${name}`, description }));
  if (isEnumType(type)) return [type, ...named(type.getValues(), type.name)];
  if (isInputObjectType(type)) return [type, ...named(Object.values(type.getFields()), type.name)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => named(field.args, `${type.name}.${field.name}`));
  return [type, ...named(fields, type.name), ...args];
}

describe('the schema', () => {
  it('is what schema/schema.graphql says, which outsiders build on', async () => {
    expect(await readFile('schema/schema.graphql', 'utf8')).toBe(await writeSchema());
  });

  it('describes every type, field, argument, input field and enum value in a whole sentence', () => {
    const undescribed = ownTypes
      .flatMap(partsOf)
      .filter(({ description }) => !/^[A-Z0-9].*[.]$/su.test(description ?? ''))
      .map(({ name }) => name);
    expect(undescribed).toEqual([]);
  });

  it('gives every mutation that takes anything one argument, named input', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const taking = fields.filter(({ args }) => args.length > 0);
    expect(taking.length).toBeGreaterThan(0);
    for (const { args } of taking) expect(args.map(({ name }) => name)).toEqual(['input']);
  });
});
