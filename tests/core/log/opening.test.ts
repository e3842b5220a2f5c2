import { describe, expect, it } from '@jest/globals';
import type { Preference } from '../../../src/core/consent/preference.js';
import { FieldError } from '../../../src/core/json/field-reader.js';
import { SALT_LENGTH, commitToOpening, readOpening } from '../../../src/core/log/opening.js';
import { LEAF_VECTORS } from './leaf-vectors.js';
import { SHA256_IMPLEMENTATIONS } from './sha256-implementations.js';

const TERMS = { licenceUrl: 'https://example.com/licence' };

function refusalOf(value: unknown, preference: Preference): string {
  try {
    readOpening(value, preference);
    return 'accepted';
  } catch (error) {
    if (error instanceof FieldError) {
      return `${error.code} ${error.path}`;
    }
    throw error;
  }
}

describe('an opening', () => {
  it.each(LEAF_VECTORS.openings)('of a $preference is read as it stands', ({ opening, preference }) => {
    expect(readOpening(opening, preference)).toEqual(opening);
  });

  it.each<[unknown, Preference, string, string]>([
    [{ v: 2 }, 'deny', 'unsupported-version /v', 'from the future'],
    [{ v: 1, note: 'x' }, 'deny', 'unknown-field /note', 'no unknown member'],
    [{ v: 1, submitted: '' }, 'deny', 'wrong-value /submitted', 'an empty text says nothing'],
    [{ v: 1, submitted: 'x'.repeat(8193) }, 'deny', 'too-large /submitted', 'longer than any address'],
    [{ v: 1 }, 'conditional', 'missing-field /terms', 'an offer without terms cannot be taken'],
    [{ v: 1, terms: TERMS }, 'deny', 'wrong-value /terms', 'terms would make it conditional'],
    [{ v: 1, terms: TERMS }, 'allow', 'wrong-value /terms', 'a yes has no terms'],
    [{ v: 1, terms: {} }, 'conditional', 'missing-field /terms', 'terms that say nothing'],
    [{ v: 1, terms: null }, 'conditional', 'wrong-type /terms', 'null is no terms'],
    [{ v: 1, terms: { price: '5' } }, 'conditional', 'missing-field /terms', 'nothing known among them'],
    [
      { v: 1, terms: { ...TERMS, price: '5' } },
      'conditional',
      'unknown-field /terms/price',
      'nothing is ignored',
    ],
    [{ v: 1, terms: { credit: 5 } }, 'conditional', 'wrong-type /terms/credit', 'a number is no credit line'],
    [
      { v: 1, terms: { credit: 'x'.repeat(1_000_000) } },
      'conditional',
      'too-large /terms/credit',
      '1 MB of terms',
    ],
    [
      { v: 1, terms: { licenceUrl: 'javascript:alert(1)' } },
      'conditional',
      'wrong-value /terms/licenceUrl',
      'a script',
    ],
    [{ v: 1, terms: { feeUrl: 'my shop' } }, 'conditional', 'wrong-value /terms/feeUrl', 'no address'],
  ])('%j of a %s is refused with %s: %s', (value, preference, refusal) => {
    expect(refusalOf(value, preference)).toBe(refusal);
  });

  it('accepts each single term, and all of them', () => {
    const all = { ...TERMS, credit: '© author', feeUrl: 'http://example.com/fee', contact: 'licensing desk' };
    for (const [name, text] of Object.entries(all)) {
      expect(readOpening({ v: 1, terms: { [name]: text } }, 'conditional').terms).toEqual({ [name]: text });
    }
    expect(readOpening({ v: 1, terms: all }, 'conditional').terms).toEqual(all);
  });
});

describe.each(SHA256_IMPLEMENTATIONS)('a commitment with %s', (_name, sha256) => {
  it.each(LEAF_VECTORS.openings)(
    'to the opening of a $preference is $commitment',
    ({ opening, salt, commitment }) => {
      expect(commitToOpening(opening, Buffer.from(salt, 'hex'), sha256)).toBe(commitment);
    },
  );

  it('is another with another salt, and needs a salt of full length', () => {
    const commitments = [1, 2].map((byte) =>
      commitToOpening({ v: 1 }, new Uint8Array(SALT_LENGTH).fill(byte), sha256),
    );
    expect(commitments[0]).not.toBe(commitments[1]);
    expect(() => commitToOpening({ v: 1 }, new Uint8Array(SALT_LENGTH - 1), sha256)).toThrow(
      '32 random bytes',
    );
  });
});
