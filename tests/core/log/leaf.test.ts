import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldError } from '../../../src/core/json/field-reader.js';
import { buildAcceptanceLeaf } from '../../../src/core/log/acceptance-leaf.js';
import { buildAuditLeaf } from '../../../src/core/log/audit-leaf.js';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { buildDisputeLeaf } from '../../../src/core/log/dispute-leaf.js';
import { buildErasureLeaf } from '../../../src/core/log/erasure-leaf.js';
import { buildKeyLeaf } from '../../../src/core/log/key-leaf.js';
import { LEAF_KINDS, type Leaf, MAX_LEAF_LENGTH, encodeLeaf, parseLeaf } from '../../../src/core/log/leaf.js';
import { buildMandateLeaf } from '../../../src/core/log/mandate-leaf.js';
import { buildMatchLeaf } from '../../../src/core/log/match-leaf.js';
import { buildReceiptLeaf } from '../../../src/core/log/receipt-leaf.js';
import { buildSignalLeaf } from '../../../src/core/log/signal-leaf.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { buildSuspensionLeaf } from '../../../src/core/log/suspension-leaf.js';
import { buildWithdrawalLeaf } from '../../../src/core/log/withdrawal-leaf.js';
import { JsonSchema } from './json-schema.js';
import { LEAF_VECTORS } from './leaf-vectors.js';

const SCHEMA_FILE = new URL('../../../schema/leaf.v1.json', import.meta.url);
const schema = new JsonSchema(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Record<string, unknown>);

/** What the schema's description says it leaves to the reader. */
const BEYOND_THE_SCHEMA = [
  'over before it began',
  'a mandate over before it began',
  'a key that ends as it begins',
  'seen after it was logged',
  'a day that does not exist',
  'claims are sorted',
  'the claims are sorted',
  'fingerprints are sorted',
  'one fingerprint has one quality',
  'preferences are sorted by use',
  'uses are sorted',
  'a claim that is no side of it',
  'nobody is their own agent',
  'the key of another log',
  'checkpoints are signed in the name of the log',
  'a key of this log has its name',
  'no log has two histories',
];
const ABOUT_BYTES = ['not-canonical', 'duplicate-key', 'syntax'];

function parseText(text: string) {
  return parseLeaf(new TextEncoder().encode(text));
}

const BUILDERS = {
  statement: buildStatementLeaf,
  withdrawal: buildWithdrawalLeaf,
  claim: buildClaimLeaf,
  assurance: buildAssuranceLeaf,
  dispute: buildDisputeLeaf,
  match: buildMatchLeaf,
  mandate: buildMandateLeaf,
  suspension: buildSuspensionLeaf,
  signal: buildSignalLeaf,
  key: buildKeyLeaf,
  receipt: buildReceiptLeaf,
  erasure: buildErasureLeaf,
  audit: buildAuditLeaf,
  acceptance: buildAcceptanceLeaf,
};
const ADDED_BY_BUILDERS = ['v', 'kind', 'reservation'];

/** What its builder makes of a leaf without the members that builders add. */
function rebuilt(leaf: Leaf): Leaf {
  const draft = Object.entries(leaf).filter(([name]) => !ADDED_BY_BUILDERS.includes(name));
  return BUILDERS[leaf.kind](Object.fromEntries(draft) as never);
}

function refusedPath(leaf: Leaf): string {
  try {
    encodeLeaf(leaf);
    return 'written';
  } catch (error) {
    return error instanceof FieldError ? error.path : String(error);
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a leaf', () => {
  it.each(LEAF_VECTORS.leaves)('is written in one way, and read back: $reason', ({ leaf, text }) => {
    expect(new TextDecoder().decode(encodeLeaf(leaf))).toBe(text);
    expect(parseText(text)).toEqual({ ok: true, leaf });
  });

  it.each(LEAF_VECTORS.leaves)('is completed by its builder: $reason', ({ leaf }) => {
    expect(rebuilt(leaf)).toEqual(leaf);
  });

  it.each(LEAF_VECTORS.refused)('is refused with $code at "$path": $reason', ({ text, code, path }) => {
    const result = parseText(text);
    expect(result.ok ? 'read' : { code: result.problem.code, path: result.problem.path }).toEqual({
      code,
      path,
    });
  });

  it('names, in every refusal, the member at fault and what to do', () => {
    for (const { text, path } of LEAF_VECTORS.refused) {
      const result = parseText(text);
      expect(result.ok ? '' : result.problem.message).toMatch(/[:.)]/);
      expect(result.ok ? path : result.problem.path).toBe(path);
    }
  });

  it('has a vector of every kind', () => {
    expect(new Set(LEAF_VECTORS.leaves.map(({ leaf }) => leaf.kind))).toEqual(new Set(LEAF_KINDS));
  });

  it('is refused when its bytes are not UTF-8, or more than a tile entry carries', () => {
    expect(parseLeaf(Uint8Array.of(0xff))).toMatchObject({ ok: false, problem: { code: 'not-utf-8' } });
    const large = parseLeaf(new Uint8Array(MAX_LEAF_LENGTH + 1).fill(0x20));
    expect(large).toMatchObject({ ok: false, problem: { code: 'too-large', path: '' } });
    expect(parseLeaf(new Uint8Array(MAX_LEAF_LENGTH).fill(0x20))).toMatchObject({
      problem: { code: 'syntax' },
    });
  });

  it('is refused, with the member named, when somebody writes a megabyte into it', () => {
    const texts = LEAF_VECTORS.leaves.flatMap(({ leaf }) =>
      Object.entries(leaf as object)
        .filter(([, value]) => typeof value === 'string')
        .map(([name]) => ({ leaf, name })),
    );
    expect(texts.length).toBeGreaterThan(300);
    for (const { leaf, name } of texts) {
      expect(refusedPath({ ...leaf, [name]: 'x'.repeat(1_000_000) })).toBe(`/${name}`);
    }
  });

  it('is refused when written too large', () => {
    const claims = Array.from({ length: 2000 }, (_, index) => index.toString(16).padStart(32, '0'));
    const opening = LEAF_VECTORS.leaves.map(({ leaf }) => leaf).find((leaf) => leaf.kind === 'dispute');
    expect(() => encodeLeaf({ ...opening, claims } as Leaf)).toThrow(FieldError);
  });

  it('cannot be written with a member that is not known or that is undefined', () => {
    const [first] = LEAF_VECTORS.leaves;
    expect(() => encodeLeaf({ ...first?.leaf, name: 'x' } as unknown as Leaf)).toThrow(
      '"/name" is not known here',
    );
    expect(() => encodeLeaf({ ...first?.leaf, expiresAt: undefined } as unknown as Leaf)).toThrow(
      '"/expiresAt"',
    );
  });

  it('holds no text but words of closed lists, digits of hashes and ids, times, and the keys of logs', () => {
    const words = /^(?:[0-9a-f]{8,512}|[a-z0-9.-]{1,24}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;
    const ofLogs = /^(?:registry\.example\/log.*|[A-Za-z0-9+/]{86}==)$/;
    const texts = (leaves: readonly Leaf[]) => leaves.flatMap((leaf) => textsIn(leaf));
    const leaves = LEAF_VECTORS.leaves.map(({ leaf }) => leaf);
    const [keys, others] = [
      leaves.filter(({ kind }) => kind === 'key'),
      leaves.filter(({ kind }) => kind !== 'key'),
    ];
    expect(texts(others).length).toBeGreaterThan(300);
    expect(texts(others).filter((text) => !words.test(text))).toEqual([]);
    expect(texts(keys).filter((text) => !words.test(text) && !ofLogs.test(text))).toEqual([]);
  });

  it('is never read when one byte of it is another, save as another leaf in canonical form', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEAF_VECTORS.leaves),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (vector, at, flip) => {
          const bytes = new TextEncoder().encode(vector.text);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          const result = parseLeaf(bytes);
          expect(result.ok ? encodeLeaf(result.leaf) : bytes).toEqual(bytes);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the JSON Schema of leaves', () => {
  it.each(LEAF_VECTORS.leaves)('accepts $text: $reason', ({ leaf }) => {
    expect(schema.accepts(leaf)).toBe(true);
  });

  const values = LEAF_VECTORS.refused.filter(({ code }) => !ABOUT_BYTES.includes(code));

  it.each(values)('says of $text what the reader says: $reason', ({ text, reason }) => {
    expect(schema.accepts(JSON.parse(text))).toBe(BEYOND_THE_SCHEMA.includes(reason));
  });
});
