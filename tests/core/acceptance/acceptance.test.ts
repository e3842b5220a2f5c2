import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import {
  ACCEPTANCE_FORMAT,
  ACCEPTANCE_MEANING,
  ACCEPTANCE_VERSION,
  type UnsignedAcceptance,
} from '../../../src/core/acceptance/acceptance.js';
import {
  acceptanceBytes,
  isAcceptanceSigned,
  signAcceptance,
} from '../../../src/core/acceptance/acceptance-bytes.js';
import { AcceptedOffers } from '../../../src/core/acceptance/accepted-offers.js';
import { readAcceptance } from '../../../src/core/acceptance/read-acceptance.js';
import type { Decision, DecisionReason } from '../../../src/core/consent/decision.js';
import { USES, containsUse } from '../../../src/core/consent/use.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { formatPrivateKey, parsePrivateKey } from '../../../src/log-key/private-key-text.js';
import { JsonSchema } from '../log/json-schema.js';

const ORIGIN = 'registry.example/log';
const UNSIGNED: UnsignedAcceptance = {
  format: ACCEPTANCE_FORMAT,
  version: ACCEPTANCE_VERSION,
  meaning: ACCEPTANCE_MEANING,
  origin: ORIGIN,
  statement: 'ab'.repeat(32),
  terms: { credit: 'Zoë Maker', feeUrl: 'https://pay.example/' },
  expiresAt: '2030-01-01T00:00:00.000Z',
  uses: ['search', 'train-ai'],
  madeAt: '2026-11-30T12:00:00.000Z',
  name: 'Example Lab',
};
const signer = parsePrivateKey(formatPrivateKey('lab.example/receipts', new Uint8Array(32).fill(3)));
if (signer === undefined) throw new Error('The key of the tests cannot be read.');
const signed = signAcceptance(UNSIGNED, signer, nodeSha256);
const schema = new JsonSchema(
  JSON.parse(readFileSync(new URL('../../../schema/acceptance.v1.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >,
);

describe('an acceptance of terms', () => {
  it('is read back from its bytes, fits its schema, and is signed over everything in it', () => {
    expect(readAcceptance(acceptanceBytes(signed))).toEqual(signed);
    expect(schema.accepts(signed)).toBe(true);
    expect(isAcceptanceSigned(signed, verifyEd25519, nodeSha256)).toBe(true);
    for (const [member, value] of Object.entries({
      origin: 'other.example/log',
      statement: 'cd'.repeat(32),
      terms: { credit: 'Zoe Maker' },
      expiresAt: '2031-01-01T00:00:00.000Z',
      uses: ['search'],
      name: 'Another Lab',
      madeAt: '2026-11-30T12:00:00.001Z',
    })) {
      expect({
        member,
        holds: isAcceptanceSigned({ ...signed, [member]: value }, verifyEd25519, nodeSha256),
      }).toEqual({
        member,
        holds: false,
      });
    }
  });

  it.each([
    ['of a later version', { version: 2 }, '/version'],
    ['that says it means something else', { meaning: 'I pay nothing.' }, '/meaning'],
    ['for no use', { uses: [] }, '/uses'],
    ['for uses out of order', { uses: ['train-ai', 'search'] }, '/uses/1'],
    ['for a use that is not known', { uses: ['dreaming'] }, '/uses/0'],
    ['of no terms', { terms: {} }, '/terms'],
    ['of terms with a script for an address', { terms: { feeUrl: 'javascript:alert(1)' } }, '/terms/feeUrl'],
    ['with a name of two lines', { name: 'Example\nLab' }, '/name'],
    ['with a name that runs the other way', { name: 'Example \u202eLab' }, '/name'],
    ['with a member that is not known', { price: 3 }, '/price'],
    ['of an address for a statement', { statement: 'https://example.com/' }, '/statement'],
  ])('%s is refused', (_what, change, path) => {
    const bytes = acceptanceBytes({ ...signed, ...change } as never);
    expect(() => readAcceptance(bytes)).toThrow(expect.objectContaining({ path }));
  });

  it('is refused in any other spelling, and cut short at any byte', () => {
    const bytes = acceptanceBytes(signed);
    expect(() => readAcceptance(Buffer.from(JSON.stringify(signed, null, 1)))).toThrow('canonical');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => readAcceptance(bytes.subarray(0, length))).toThrow();
      }),
    );
  });
});

describe('what accepted terms meet', () => {
  const reason = (id: string, use: DecisionReason['use'], more: Partial<DecisionReason> = {}) =>
    ({ id, use, preference: 'conditional', code: 'decides', ...more }) as DecisionReason;
  const decision = (
    use: Decision['use'],
    decidedBy: readonly DecisionReason[],
    answer: Decision['answer'] = 'CONDITIONAL',
  ) => ({ use, answer, decidedBy }) as unknown as Decision;
  const use = fc.constantFrom(...USES);

  it('is an offer of the statement itself, in its log, for the use asked or for all that it speaks of', () => {
    fc.assert(
      fc.property(use, use, use, (accepted, said, asked) => {
        const offers = new AcceptedOffers([{ origin: ORIGIN, statement: 'a', uses: [accepted] }]);
        const meets = offers.meet(decision(asked, [reason('a', said)]), ORIGIN);
        expect(meets).toBe(containsUse(accepted, asked) || containsUse(accepted, said));
        expect(offers.meet(decision(asked, [reason('b', said)]), ORIGIN)).toBe(false);
        expect(offers.meet(decision(asked, [reason('a', said)]), 'other.example/log')).toBe(false);
        expect(offers.meet(decision(asked, [reason('a', said, { log: 'other.example/log' })]), ORIGIN)).toBe(
          false,
        );
      }),
    );
  });

  it('is every offer that decides, and never a no, a silence or a yes', () => {
    const offers = new AcceptedOffers([{ origin: ORIGIN, statement: 'a', uses: ['train-ai'] }]);
    const both = [reason('a', 'train-ai'), reason('b', 'train-ai')];
    expect(offers.meet(decision('train-ai', both), ORIGIN)).toBe(false);
    expect(offers.meet(decision('train-ai', [reason('a', 'train-ai', { preference: 'deny' })]), ORIGIN)).toBe(
      false,
    );
    for (const answer of ['DENIED', 'UNKNOWN', 'ALLOWED'] as const) {
      expect(offers.meet(decision('train-ai', both.slice(0, 1), answer), ORIGIN)).toBe(false);
    }
    expect(offers.meet(decision('train-ai', []), ORIGIN)).toBe(false);
  });
});
