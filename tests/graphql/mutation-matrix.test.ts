import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isCompositeType, isUnionType } from 'graphql';
import type { GraphQLCompositeType } from 'graphql';
import { buildBareSchema } from '../../src/graphql/schema.js';
import type { ApiAnswer } from './ask-api.js';
import { askApi } from './ask-api.js';
import type { Part } from './matrix/cast.js';
import { PARTS } from './matrix/cast.js';
import { EXPECTED_DEEDS } from './matrix/expected-deeds.js';
import { EXPECTED_ENTRANCES } from './matrix/expected-entrances.js';
import { EXPECTED_ORGANISING } from './matrix/expected-organising.js';
import type { ExpectedMutation } from './matrix/expected-mutation.js';
import { Holdings } from './matrix/holdings.js';
import { secretsTold } from './matrix/secrets.js';
import { selectEverything, successes } from './matrix/select-everything.js';
import type { Scene } from './matrix/scene.js';
import type { Theatre } from './matrix/theatre.js';
import { openTheatre } from './matrix/theatre.js';

const EXPECTED: Readonly<Record<string, ExpectedMutation>> = {
  ...EXPECTED_ENTRANCES,
  ...EXPECTED_DEEDS,
  ...EXPECTED_ORGANISING,
};
const SIGNS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'U',
  FORBIDDEN: 'F',
  NotFoundError: 'N',
  WrongCredentialsError: 'W',
  RoleHeldError: 'R',
};

const schema = await buildBareSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};

let theatre: Theatre;
let scene: Scene | undefined;
let holdings: Holdings;

beforeAll(async () => {
  theatre = await openTheatre();
  holdings = new Holdings(theatre.house.store);
});

afterAll(() => theatre.close());

describe('the policy, mutation by mutation', () => {
  it('is expected for every mutation, so that a new one fails until somebody has decided who may do it', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(mutations).sort());
  });

  it.each(Object.keys(mutations))('lets exactly those do %s who may', async (name) => {
    const expected = EXPECTED[name];
    if (expected === undefined) throw new Error(`Nothing is expected of ${name}.`);
    const cells = expected.cells.split(' ');
    for (const [index, part] of PARTS.entries()) await tryMutation(name, expected, part, cells[index] ?? '');
    if (expected.changesOnlyOwn === true) scene = undefined;
  });

  async function tryMutation(
    name: string,
    expected: ExpectedMutation,
    part: Part,
    cell: string,
  ): Promise<void> {
    const here = (scene ??= await theatre.nextScene());
    // What is newest is told by the clock, which stands still by itself.
    theatre.house.clock.advance({ seconds: 1 });
    const stage = { theatre, scene: here };
    const input = await expected.input(stage, part);
    const before = await holdings.of(here);
    const answer = await askApi(theatre.server.url, mutationText(name), { input }, here.credentials[part]);
    expect(`${part} at ${name}: ${signOf(answer, name)}`).toBe(`${part} at ${name}: ${cell}`);
    const isA = cell === 'P' && expected.provesToBeA === true;
    expect(secretsTold(here, isA ? 'artistA' : part, answer.text)).toEqual([]);
    if (cell === 'P') {
      expect(answer.data?.[name]).toMatchObject(expected.payload(stage, part));
      const held = [...fieldsIn(answer.data?.[name]), ...(expected.lacks ?? [])].sort();
      expect(payloadFields(name)).toEqual(held);
      // Whatever was done must not make the next part succeed or fail.
      if (expected.changesOnlyOwn !== true) scene = undefined;
    } else {
      expect(await holdings.of(here)).toEqual(before);
    }
  }
});

function resultType(name: string): GraphQLCompositeType {
  const field = mutations[name];
  const type = field && getNamedType(field.type);
  if (isCompositeType(type)) return type;
  throw new Error(`${name} is no mutation that answers an object.`);
}

function mutationText(name: string): string {
  const selection = selectEverything(resultType(name));
  const [input] = mutations[name]?.args ?? [];
  return input === undefined
    ? `mutation { ${name} ${selection} }`
    : `mutation($input: ${String(input.type)}) { ${name}(input: $input) ${selection} }`;
}

function signOf(answer: ApiAnswer, name: string): string {
  if (answer.status === 401) return 'X';
  const code = answer.errors[0]?.extensions?.code;
  if (answer.errors.length > 0) return SIGNS[code ?? ''] ?? answer.text;
  const { __typename: typeName } = answer.data?.[name] as { __typename: string };
  return typeName.endsWith('Payload') ? 'P' : (SIGNS[typeName] ?? answer.text);
}

/** Every field that the payload type of a mutation has. */
function payloadFields(name: string): string[] {
  const type = resultType(name);
  const payload = isUnionType(type) ? successes(type)[0] : type;
  return ['__typename', ...Object.keys(payload?.getFields() ?? {})].sort();
}

/** The fields of an answered object that hold something. */
function fieldsIn(value: unknown): string[] {
  return Object.entries(value as Record<string, unknown>)
    .filter(([, held]) => held !== null)
    .map(([key]) => key)
    .sort();
}
