import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { buildBareSchema } from '../../src/graphql/schema.js';
import { askApi } from './ask-api.js';
import { PARTS } from './matrix/cast.js';
import { EXPECTED_ACCOUNTS } from './matrix/expected-accounts.js';
import { EXPECTED_CLAIMS } from './matrix/expected-claims.js';
import { EXPECTED_FINDINGS } from './matrix/expected-findings.js';
import { EXPECTED_LOG } from './matrix/expected-log.js';
import type { ExpectedObject } from './matrix/expected-object.js';
import { EXPECTED_ORGANISATIONS } from './matrix/expected-organisations.js';
import { EXPECTED_PUBLIC } from './matrix/expected-public.js';
import { EXPECTED_WORKS } from './matrix/expected-works.js';
import { isCompositeField, outcomeOf, probeQuery } from './matrix/probe.js';
import { secretsTold } from './matrix/secrets.js';
import type { Scene } from './matrix/scene.js';
import type { Theatre } from './matrix/theatre.js';
import { openTheatre } from './matrix/theatre.js';

const EXPECTED: Readonly<Record<string, ExpectedObject>> = {
  ...EXPECTED_ACCOUNTS,
  ...EXPECTED_CLAIMS,
  ...EXPECTED_FINDINGS,
  ...EXPECTED_LOG,
  ...EXPECTED_ORGANISATIONS,
  ...EXPECTED_PUBLIC,
  ...EXPECTED_WORKS,
};

let theatre: Theatre;
let scene: Scene;
const schema: GraphQLSchema = await buildBareSchema();

beforeAll(async () => {
  theatre = await openTheatre();
  scene = await theatre.nextScene();
});

afterAll(() => theatre.close());

/** Types that a query can lead to; what only mutations answer is tried in mutation-matrix.test.ts. */
function typesOfQueries(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !/^__|^Mutation$|Payload$|Error$/.test(name));
}

describe('the policy, field by field of what queries lead to', () => {
  it('is expected for every type, so that a new one fails until somebody has decided who may see it', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(
      typesOfQueries()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(typesOfQueries().map((type) => [type.name, Object.keys(type.getFields())] as const))(
    'gives everybody exactly what they may have of %s',
    async (typeName, fieldNames) => {
      const expected = EXPECTED[typeName];
      if (expected === undefined) throw new Error(`Nothing is expected of ${typeName}.`);
      expect(Object.keys(expected.fields(scene, 'artistA')).sort()).toEqual([...fieldNames].sort());
      for (const fieldName of fieldNames) await tryField(typeName, fieldName, expected);
    },
  );

  async function tryField(typeName: string, fieldName: string, expected: ExpectedObject): Promise<void> {
    const way = expected.way(scene);
    const call = expected.calls?.(scene)[fieldName] ?? fieldName;
    const query = probeQuery(way, call, isCompositeField(schema, typeName, fieldName));
    const cells = (expected.but?.[fieldName] ?? expected.cells).split(' ');
    for (const [index, part] of PARTS.entries()) {
      const answer = await askApi(theatre.server.url, query, {}, scene.credentials[part]);
      const value = expected.fields(scene, part)[fieldName];
      const outcome = outcomeOf(answer, way);
      const isHidden = outcome.value === null && value !== null;
      const sign = isHidden ? '0' : outcome.sign;
      expect(`${part} at ${typeName}.${fieldName}: ${sign}`).toBe(
        `${part} at ${typeName}.${fieldName}: ${cells[index] ?? 'nothing expected'}`,
      );
      if (sign === 'v') expect({ [fieldName]: outcome.value }).toEqual({ [fieldName]: value });
      expect(secretsTold(scene, part, answer.text)).toEqual([]);
    }
  }
});
