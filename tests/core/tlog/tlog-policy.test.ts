import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { octetsOfText } from '../../../src/core/bytes/octet-text.js';
import { formatTlogPolicy } from '../../../src/core/tlog/format-tlog-policy.js';
import { parseTlogPolicy } from '../../../src/core/tlog/parse-tlog-policy.js';
import { type PolicyGroup, type TlogPolicy, isQuorum } from '../../../src/core/tlog/tlog-policy.js';
import { cosignatureKey, noteKey } from '../../../src/core/tlog/verifier-key.js';
import { keyNamed } from '../../support/key-named.js';
import { readVectors } from '../url/vector-file.js';
import { octets, utf8 } from './octets.js';

type Named = readonly [name: string, key: string, url: string | null];

interface PolicyVectors {
  readonly policies: readonly {
    readonly policy?: string;
    readonly policyHex?: string;
    readonly logs: readonly (readonly [key: string, url: string | null])[];
    readonly witnesses: readonly Named[];
    readonly groups: readonly (readonly [name: string, threshold: number, members: readonly string[]])[];
    readonly quorum: string | null;
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly policy: string; readonly code: string; readonly reason: string }[];
  readonly quorums: readonly {
    readonly policy: string;
    readonly witnesses: readonly string[];
    readonly enough: boolean;
  }[];
}

const VECTORS = readVectors('tlog-policy.v1.json') as PolicyVectors;

function parse(file: Uint8Array): TlogPolicy {
  const parsed = parseTlogPolicy(file, sha256);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.policy;
}

const KEY = keyNamed('witness').publicKey;
const log = { key: noteKey('log.example', keyNamed('log').publicKey, sha256) };
const witness = (label: string, name = label): TlogPolicy['witnesses'][number] => ({
  name,
  key: cosignatureKey(`${label}.example`, keyNamed(label).publicKey, sha256),
});

describe('policies', () => {
  it.each(VECTORS.policies)('are read: $reason', (one) => {
    const { logs, witnesses, groups, quorum } = parse(octets(one.policy, one.policyHex));
    // Where the file is given in hexadecimal, so are the names in it.
    const shown = (name: string): string =>
      one.policy === undefined ? Buffer.from(octetsOfText(name) ?? []).toString('hex') : name;
    expect(logs.map(({ key, url }) => [key.name, url ?? null])).toEqual(one.logs);
    expect(witnesses.map(({ name, key, url }) => [shown(name), key.name, url ?? null])).toEqual(
      one.witnesses,
    );
    expect(
      groups.map(({ name, threshold, members }) => [shown(name), threshold, members.map(shown)]),
    ).toEqual(one.groups);
    expect(quorum === undefined ? null : shown(quorum)).toBe(one.quorum);
  });

  it.each(VECTORS.policies)('are read back as they were written: $reason', ({ policy, policyHex }) => {
    const read = parse(octets(policy, policyHex));
    expect(parse(formatTlogPolicy(read))).toEqual(read);
  });

  it.each(VECTORS.refused)('are refused as $code: $reason', ({ policy, code }) => {
    expect(parseTlogPolicy(utf8(policy), sha256)).toMatchObject({ ok: false, problem: { code } });
  });

  it('say in which line they go wrong', () => {
    const parsed = parseTlogPolicy(utf8('# comment\n\nquorum nobody\n'), sha256);
    expect(parsed).toMatchObject({
      problem: { message: expect.stringMatching(/^Line 3: .*"nobody"/) as unknown },
    });
  });

  it('are not read beyond a million bytes', () => {
    const comment = utf8(`#${'x'.repeat(1_000_000)}\nquorum none\n`);
    expect(parseTlogPolicy(comment, sha256)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  it('of many witnesses and groups are read back as they were written', () => {
    const labels = Array.from({ length: 12 }, (_, at) => `w${at}`);
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.boolean(), (counts, seed, asksForQuorum) => {
        const policy = policyOf(labels, counts, seed, asksForQuorum);
        expect(parse(formatTlogPolicy(policy))).toEqual(policy);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[reason: string, policy: TlogPolicy]>([
    ['a name with a space', { logs: [], witnesses: [witness('a', 'a b')], groups: [] }],
    ['an empty name', { logs: [], witnesses: [witness('a', '')], groups: [] }],
    ['a control character', { logs: [], witnesses: [witness('a', 'a\u0001')], groups: [] }],
    ['a name that no octets give', { logs: [], witnesses: [witness('a', '\ud800')], groups: [] }],
    [
      'a newline in an address',
      { logs: [{ ...log, url: 'https://x.example/\n' }], witnesses: [], groups: [] },
    ],
    ['an empty quorum', { logs: [], witnesses: [], groups: [], quorum: '' }],
  ])('are not written with %s', (_reason, policy) => {
    expect(() => formatTlogPolicy(policy)).toThrow(RangeError);
  });
});

describe('a quorum', () => {
  it.each(VECTORS.quorums)('of $witnesses is enough: $enough', ({ policy, witnesses, enough }) => {
    expect(isQuorum(parse(utf8(policy)), witnesses)).toBe(enough);
  });

  it('is never lost by one witness more', () => {
    const labels = Array.from({ length: 12 }, (_, at) => `w${at}`);
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.subarray(labels),
        fc.constantFrom(...labels),
        (counts, seed, some, other) => {
          const policy = policyOf(labels, counts, seed, true);
          expect(isQuorum(policy, some) && !isQuorum(policy, [...some, other])).toBe(false);
          expect(isQuorum(policy, labels)).toBe(true);
          expect(isQuorum(policy, [])).toBe(false);
        },
      ),
    );
  });

  it.each([
    [{ name: 'g', threshold: 0, members: ['a', 'b'] }, 'a threshold of nothing'],
    [{ name: 'g', threshold: NaN, members: ['a', 'b'] }, 'a threshold that is no number'],
    [{ name: 'g', threshold: 2, members: ['a', 'a'] }, 'one witness twice'],
  ])('is not had by a policy made by hand with %j: %s', (group: PolicyGroup) => {
    const policy = { logs: [], witnesses: [witness('a'), witness('b')], groups: [group], quorum: 'g' };
    expect(isQuorum(policy, ['a'])).toBe(false);
  });

  it('is not had where it names nothing', () => {
    const policy = {
      logs: [],
      witnesses: [{ name: 'a', key: cosignatureKey('a', KEY, sha256) }],
      groups: [],
    };
    expect(isQuorum({ ...policy, quorum: 'b' }, ['a', 'b'])).toBe(false);
  });
});

/** Groups over consecutive witnesses, and one over the groups. */
function policyOf(
  labels: readonly string[],
  counts: number[],
  seed: number,
  asksForQuorum: boolean,
): TlogPolicy {
  const groups: PolicyGroup[] = [];
  let next = 0;
  for (const [at, count] of counts.entries()) {
    const members = labels.slice(next, next + count);
    next += count;
    if (members.length > 0) {
      groups.push({ name: `g${at}`, threshold: 1 + ((seed >> at) % members.length), members });
    }
  }
  groups.push({ name: 'all', threshold: groups.length, members: groups.map(({ name }) => name) });
  const witnesses = labels.map((label) => witness(label));
  return { logs: [log], witnesses, groups, ...(asksForQuorum ? { quorum: 'all' } : {}) };
}
