import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Preference } from '../../../src/core/consent/preference.js';
import { FieldError } from '../../../src/core/json/field-reader.js';
import { SALT_LENGTH, commitToOpening, readOpening } from '../../../src/core/log/opening.js';
import { JsonSchema } from './json-schema.js';
import { OPENING_VECTORS } from './opening-vectors.js';
import { SHA256_IMPLEMENTATIONS } from './sha256-implementations.js';

const SCHEMA_FILE = new URL('../../../schema/opening.v1.json', import.meta.url);
const schema = new JsonSchema(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Record<string, unknown>);

/** What the schema's description says it leaves to the reader. */
const BEYOND_THE_SCHEMA = [
  'an offer without terms cannot be taken',
  'terms would make it conditional',
  'a yes has no terms',
  'an address without a host',
];

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
  it.each(OPENING_VECTORS.openings)(
    'of a $preference is read as it stands: $reason',
    ({ opening, preference }) => {
      expect(readOpening(opening, preference)).toEqual(opening);
    },
  );

  it.each(OPENING_VECTORS.refused)(
    'of a $preference is refused with $code at "$path": $reason',
    ({ value, preference, code, path }) => {
      expect(refusalOf(value, preference)).toBe(`${code} ${path}`);
    },
  );

  it.each(['licenceUrl', 'credit', 'feeUrl', 'contact'])(
    'with a megabyte of %s is refused by name',
    (name) => {
      const value = { v: 1, terms: { [name]: 'x'.repeat(1_000_000) } };
      expect(refusalOf(value, 'conditional')).toBe(`too-large /terms/${name}`);
    },
  );

  it('accepts each single term, and all of them', () => {
    const all = {
      licenceUrl: 'https://example.com/licence',
      credit: '© author',
      feeUrl: 'http://example.com/fee',
      contact: 'licensing desk',
    };
    for (const [name, text] of Object.entries(all)) {
      expect(readOpening({ v: 1, terms: { [name]: text } }, 'conditional').terms).toEqual({ [name]: text });
    }
    expect(readOpening({ v: 1, terms: all }, 'conditional').terms).toEqual(all);
  });
});

describe('the JSON Schema of openings', () => {
  it.each(OPENING_VECTORS.openings)('accepts the opening of a $preference: $reason', ({ opening }) => {
    expect(schema.accepts(opening)).toBe(true);
  });

  it.each(OPENING_VECTORS.refused)('says of %j what the reader says: $reason', ({ value, reason }) => {
    expect(schema.accepts(value)).toBe(BEYOND_THE_SCHEMA.includes(reason));
  });
});

describe.each(SHA256_IMPLEMENTATIONS)('a commitment with %s', (_name, sha256) => {
  it.each(OPENING_VECTORS.openings)(
    'to the opening of a $preference is $commitment: $reason',
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
