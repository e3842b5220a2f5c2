import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { urlKey, urlKeyHalves } from '../../../src/core/url/url-key.js';

function joined(expression: string): bigint {
  const { high, low } = urlKeyHalves(expression);
  return (BigInt(high) << 32n) | BigInt(low);
}

describe('the key of an expression', () => {
  it('is the same in halves, whatever the expression holds and however long it is', () => {
    const expression = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.integer({ min: 4_090, max: 4_100 }).map((length) => 'a'.repeat(length)),
    );
    fc.assert(
      fc.property(expression, (text) => joined(text) === urlKey(text)),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on what was asked about before, a longer one among it', () => {
    const before = joined('example.com/a');
    joined('example.com/a/much/longer/address/with/a/query?and=more');
    expect(joined('example.com/a')).toBe(before);
    expect(joined('')).toBe(0xef46db3751d8e999n);
  });
});
