import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { MAX_DEPTH } from '../../src/graphql/limits.js';
import { buildBareSchema } from '../../src/graphql/schema.js';
import { type ApiAnswer, askApi } from './ask-api.js';
import { PARTS, type Part } from './matrix/cast.js';
import { EXPECTED_PUBLIC } from './matrix/expected-public.js';
import { secretsTold } from './matrix/secrets.js';
import type { Scene } from './matrix/scene.js';
import type { Theatre } from './matrix/theatre.js';
import { openTheatre } from './matrix/theatre.js';

const PRIVATE = ['Account', 'ApiKey', 'Challenge', 'Claim', 'Dispute', 'Evidence', 'Session'];

const schema = await buildBareSchema();

let theatre: Theatre;
let scene: Scene;

beforeAll(async () => {
  theatre = await openTheatre();
  scene = await theatre.nextScene();
});

afterAll(() => theatre.close());

/** Steps from a query down to a field, or into a member of a union (`... on Type`). */
type Path = readonly string[];

/** Every path from `type` to a field without fields of its own; no type is entered again below itself. */
function pathsBelow(type: GraphQLObjectType, above: readonly string[] = []): { owner: string; path: Path }[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const members = isUnionType(inner) ? inner.getTypes() : isObjectType(inner) ? [inner] : [];
    if (members.length === 0) return [{ owner: type.name, path: [field.name] }];
    return members
      .filter(({ name }) => !above.includes(name))
      .flatMap((member) =>
        pathsBelow(member, [...above, type.name]).map(({ owner, path }) => ({
          owner,
          path: [field.name, ...(isUnionType(inner) ? [`... on ${member.name}`] : []), ...path],
        })),
      );
  });
}

const query = schema.getQueryType();
const EVERY_PATH = (query ? pathsBelow(query) : []).filter(({ owner }) => PRIVATE.includes(owner));
const isTooDeep = ({ path }: { path: Path }) =>
  path.filter((step) => !step.startsWith('... on ')).length > MAX_DEPTH;
const PATHS = EVERY_PATH.filter((one) => !isTooDeep(one));

/** The paths by the way that leads to their last field. */
const WAYS = new Map<string, Path[]>();
for (const { path } of PATHS) {
  const way = path.slice(0, -1).join('.');
  WAYS.set(way, [...(WAYS.get(way) ?? []), path]);
}

function textOf(paths: readonly Path[]): string {
  const [[root = '', ...rest] = []] = paths;
  const call = EXPECTED_PUBLIC['Query']?.calls?.(scene)[root] ?? root;
  const fields = paths.map((path) => path.at(-1)).join(' ');
  return `{ ${[call, ...rest.slice(0, -1), fields].join(' { ')} ${'}'.repeat(rest.length + 1)}`;
}

describe('what belongs to somebody', () => {
  it('can be reached on many paths, through nodes, connections and disputes', () => {
    const ways = [...WAYS.keys()];
    expect(ways).toContain('viewer.claims.edges.node.evidence');
    expect(ways).toContain('disputes.edges.node.claims.challenge');
    expect(ways).toContain('moderationQueue.edges.node.claims');
  });

  it('cannot be asked for on a path that is deeper than requests may be', async () => {
    const { path = [] } = EVERY_PATH.find(isTooDeep) ?? {};
    const answer = await askApi(theatre.server.url, textOf([path]), {}, scene.credentials.artistA);
    expect(answer.text).toContain('Query depth limit of 10 exceeded, found 11.');
    expect(answer.data).toBeUndefined();
  });

  it.each(PARTS)('is told to %s on none of them, unless it is theirs to see', async (part) => {
    for (const paths of WAYS.values()) {
      const { errors } = await ask(part, paths);
      // A field that is refused can take its neighbours with it: then each is asked for alone.
      if (errors.length > 0) for (const path of paths) await ask(part, [path]);
    }
  });

  async function ask(part: Part, paths: readonly Path[]): Promise<ApiAnswer> {
    const answer = await askApi(theatre.server.url, textOf(paths), {}, scene.credentials[part]);
    expect(answer.text).not.toMatch(/GRAPHQL_|INTERNAL/);
    expect({ paths, told: secretsTold(scene, part, answer.text) }).toEqual({ paths, told: [] });
    return answer;
  }
});
