import { expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { answerItems } from '../../src/app/snapshots/answer-items.js';
import { AddressSieve } from '../../src/check-threads/address-sieve.js';
import { LoneVoices } from '../../src/check-threads/lone-voices.js';
import { shareSieve } from '../../src/check-threads/share-sieve.js';
import { ASSURANCES } from '../../src/core/consent/assurance.js';
import { BASES } from '../../src/core/consent/basis.js';
import { CAPACITIES } from '../../src/core/consent/capacity.js';
import type { Decision } from '../../src/core/consent/decision.js';
import { PREFERENCES } from '../../src/core/consent/preference.js';
import { USES } from '../../src/core/consent/use.js';
import { buildTables } from '../../src/core/snapshot/build-tables.js';
import type { PlaceVoice } from '../../src/core/snapshot/key-block.js';
import { urlExpressions } from '../../src/core/url/url-expressions.js';
import { urlKey } from '../../src/core/url/url-key.js';
import { opened } from '../core/snapshot/snapshot-of.js';

const AT = Date.parse('2026-11-22T12:00:00Z');
const HOSTS = Array.from({ length: 12 }, (_, at) => `h${at % 4}.example${at}.test`);
const ADDRESSES = HOSTS.map((host, at) => `${host}/a/b/${at}.jpg${at % 2 === 0 ? '' : '?w=1'}`);

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** What may stand at a place, but for whose it is. */
const saying = fc.record({
  use: fc.constantFrom(...USES),
  preference: fc.constantFrom(...PREFERENCES),
  capacity: fc.constantFrom(...CAPACITIES),
  basis: fc.constantFrom(...BASES),
  ownWorks: fc.boolean(),
  expiresAt: optional(fc.constantFrom(AT - 1, AT, AT + 1)),
  suspended: optional(fc.constant(true)),
  accountWide: optional(fc.constant(true as const)),
  byMandate: optional(fc.constant(true as const)),
  heardFrom: optional(fc.constantFrom(...ASSURANCES)),
});

/** Of each address the number of the place that is spoken of, and sayings there: mostly one. */
const spoken = fc.tuple(
  fc.array(saying, { minLength: 1, maxLength: 3 }),
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(9)), {
    minLength: ADDRESSES.length,
    maxLength: ADDRESSES.length,
  }),
);

function blockOf(expression: string, voices: readonly PlaceVoice[]) {
  const digest = sha256(new TextEncoder().encode(expression));
  const block = { places: voices, works: [], holdings: [], contentClaimants: [] };
  return { key: urlKey(expression), digest, recognition: undefined, block };
}

/** Of a decision all but whose statements they are. */
function alike(decisions: readonly Decision[]) {
  const sayings = (reasons: Decision['decidedBy']) =>
    reasons.map(({ id: _id, index: _index, claimant: _claimant, ...says }) => says);
  return decisions.map(({ decidedBy, notDeciding, ...rest }) => ({
    ...rest,
    decidedBy: sayings(decidedBy),
    notDeciding: sayings(notDeciding),
  }));
}

it('decides where a single statement covers an address as is decided for it alone, but for whose it is', () => {
  let told = 0;
  fc.assert(
    fc.property(spoken, ([sayings, places]) => {
      const blocks = places.flatMap(([place, first, twice], at) => {
        const expressions = urlExpressions(ADDRESSES[at] ?? '');
        const count = twice === 0 ? 2 : 1;
        return expressions
          .slice(place % expressions.length)
          .slice(0, count)
          .map(({ kind, expression }, nth) => {
            const id = bytesToHex(sha256(new TextEncoder().encode(`${expression} ${nth}`)));
            const says = sayings[(first + nth) % sayings.length];
            const voice = { kind, id, index: 7 * at + nth, claimant: id.slice(0, 32), ...says } as PlaceVoice;
            return blockOf(expression, [voice]);
          });
      });
      const built = buildTables({
        blocks,
        expressionOf: () => undefined,
        root: new Uint8Array(32).fill(7),
        sha256,
      });
      const tables = opened(built);
      const items = answerItems(tables, { uses: ['train-ai', 'search'] }, new Date(AT));
      const lone = new LoneVoices(tables, new AddressSieve(shareSieve(built.files, 1), 0), items);
      for (const url of ADDRESSES) {
        const decisions = lone.decisions(url);
        if (decisions === undefined) continue;
        told += 1;
        expect(alike(decisions)).toEqual(alike(items.answer({ address: `http://${url}` }).decisions));
      }
    }),
    { numRuns: 150 },
  );
  // Most are told so, and not all.
  expect(told).toBeGreaterThan(150 * ADDRESSES.length * 0.5);
  expect(told).toBeLessThan(150 * ADDRESSES.length);
});
