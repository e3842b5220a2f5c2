import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/json/canonical-json.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { JsonSchema } from './json-schema.js';
import { LEAF_VECTORS } from './leaf-vectors.js';

const SCHEMA_FILE = new URL('../../../schema/leaf.v1.json', import.meta.url);
const schema = new JsonSchema(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Record<string, unknown>);

/** Members whose value may break a rule that the schema's description leaves to the reader. */
const BEYOND_THE_SCHEMA =
  /^\/(?:time|expiresAt|from|until|seenAt|agent|upheld|vkey|origin|role|continues\/origin|claims\/\d+|scope\/\d+|statements\/\d+|suspends\/\d+|preferences\/\d+|subject\/fingerprints\/\d+)$/;

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([name, member]) => pathsIn(member, [...path, name]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);
}

/** The value with the member at the path replaced, or removed when `member` is undefined. */
function changed(value: unknown, [name, ...rest]: Path, member: unknown): unknown {
  if (name === undefined) {
    return member;
  }
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item: unknown, index) =>
      index === name ? changed(item, rest, member) : item,
    );
    return items.filter((item) => item !== undefined);
  }
  const { [name]: old, ...others } = value as Record<string, unknown>;
  const next = changed(old, rest, member);
  return next === undefined ? others : { ...others, [name]: next };
}

const LEAVES = LEAF_VECTORS.leaves.map(({ leaf }): unknown => leaf);
const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  'x',
  0,
  -1,
  0.5,
  2,
  [],
  {},
  ...LEAVES.flatMap((leaf) => pathsIn(leaf).map((path) => valueAt(leaf, path))),
];

describe('a leaf with one member changed', () => {
  it('is refused by the reader wherever the schema refuses it, and elsewhere only for what the schema cannot say', () => {
    const change = fc
      .constantFrom(...LEAVES)
      .chain((leaf) =>
        fc.tuple(fc.constant(leaf), fc.constantFrom(...pathsIn(leaf)), fc.constantFrom(...VALUES)),
      );
    fc.assert(
      fc.property(change, ([leaf, path, value]) => {
        const mutant = changed(leaf, path, value);
        fc.pre(mutant !== undefined);
        const read = parseLeaf(new TextEncoder().encode(canonicalJson(mutant)));
        if (!schema.accepts(mutant)) {
          expect(read.ok).toBe(false);
        } else if (!read.ok) {
          expect(read.problem.path).toMatch(BEYOND_THE_SCHEMA);
        }
      }),
      { numRuns: 8_000 },
    );
  });
});
