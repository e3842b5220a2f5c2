import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CanonicalJsonError, canonicalJson } from '../../../src/core/json/canonical-json.js';
import { parseStrictJson } from '../../../src/core/json/parse-strict-json.js';
import { CANONICAL_JSON_VECTORS } from './canonical-json-vectors.js';

function doubleOf(ieee754: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${ieee754}`));
  return view.getFloat64(0);
}

function refusalOf(value: unknown): { code: string; path: string } {
  try {
    return { code: 'none', path: canonicalJson(value) };
  } catch (error) {
    if (error instanceof CanonicalJsonError) {
      return { code: error.code, path: error.path };
    }
    throw error;
  }
}

class Dated {
  readonly day = 1;
}

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

describe('canonicalJson', () => {
  it.each(CANONICAL_JSON_VECTORS.numbers)(
    'writes the number $ieee754 as $canonical: $reason',
    ({ ieee754, canonical }) => {
      expect(canonicalJson(doubleOf(ieee754))).toBe(canonical);
    },
  );

  it.each(CANONICAL_JSON_VECTORS.texts)('writes $text canonically: $reason', ({ text, canonical }) => {
    const parsed = parseStrictJson(text);
    expect(parsed.ok && canonicalJson(parsed.value)).toBe(canonical);
  });

  it('gives the bytes that RFC 8785, 3.2.4 prints', () => {
    const bytes = new TextEncoder().encode(CANONICAL_JSON_VECTORS.texts[0]?.canonical);
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333' +
        '332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75' +
        '303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  it.each<[unknown, string, string, string]>([
    [NaN, 'number-not-finite', '', 'JSON.stringify would write null'],
    [[1, Infinity], 'number-not-finite', '/1', 'not a number of JSON'],
    [{ a: { b: -Infinity } }, 'number-not-finite', '/a/b', 'the path is told'],
    ['\ud800', 'lone-surrogate', '', 'JSON.stringify would write an escape'],
    [{ a: ['x\udfff'] }, 'lone-surrogate', '/a/0', 'in a text inside'],
    [{ 'k\ud83c': 1 }, 'lone-surrogate', '/k\ud83c', 'in a key'],
    [undefined, 'not-json', '', 'no value'],
    [{ 'a/b': undefined }, 'not-json', '/a~1b', 'JSON.stringify would drop the member'],
    [[1, undefined], 'not-json', '/1', 'JSON.stringify would write null'],
    // eslint-disable-next-line no-sparse-arrays -- the hole is what is tested
    [[1, , 2], 'not-json', '/1', 'a hole is no value'],
    [10n, 'not-json', '', 'no big integers'],
    [{ a: () => 1 }, 'not-json', '/a', 'no functions'],
    [Symbol('s'), 'not-json', '', 'no symbols'],
    [{ [Symbol('s')]: 1 }, 'not-json', '', 'no symbol keys, which would be dropped'],
    [{ at: new Date(0) }, 'not-json', '/at', 'JSON.stringify would write a text'],
    [new Map([['a', 1]]), 'not-json', '', 'JSON.stringify would write {}'],
    [new Dated(), 'not-json', '', 'an instance says more than its members'],
    [cyclic, 'too-deep', '/self'.repeat(64), 'no end'],
  ])('refuses %p with %s at "%s": %s', (value, code, path) => {
    expect(refusalOf(value)).toEqual({ code, path });
  });

  it('writes an object without a prototype like any other', () => {
    expect(canonicalJson(Object.assign(Object.create(null) as object, { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  it('tells in its message what to do', () => {
    expect(() => canonicalJson({ price: NaN })).toThrow(
      'JSON cannot carry NaN at "/price": use a finite number.',
    );
  });

  it('is a fixed point: reading canonical text and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        const parsed = parseStrictJson(text);
        expect(parsed.ok && canonicalJson(parsed.value)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes one text for one value, whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
      { numRuns: 500 },
    );
  });
});
