import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../src/core/bytes/base64.js';

const SECTION_10 = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

const REFUSED: [text: string, reason: string][] = [
  ['Zg', 'no padding'],
  ['Zg=', 'half of the padding'],
  ['Zg===', 'too much padding'],
  ['Zh==', 'unused bits that are not zero, four of them'],
  ['Zm9=', 'unused bits that are not zero, two of them'],
  ['=', 'padding alone'],
  ['====', 'a group of padding'],
  ['A===', 'a group of one digit'],
  ['Z=g=', 'padding within a group'],
  ['Zg==Zg==', 'padding within the text'],
  ['Zm9v\n', 'a newline after it'],
  ['Zm9v ', 'a space after it'],
  ['Zm\n9', 'a newline within'],
  ['Zm9-', 'the minus of the other alphabet'],
  ['Zm9_', 'the underscore of the other alphabet'],
  ['Zm9\u00e9', 'a letter that is not ASCII'],
];

describe('base 64', () => {
  it.each(SECTION_10)('writes and reads "%s" as "%s" (RFC 4648 §10)', (text, encoded) => {
    const bytes = new TextEncoder().encode(text);
    expect(encodeBase64(bytes)).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual(bytes);
  });

  it.each(REFUSED)('does not read %j: %s', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  it('equals the platform on any bytes, and reads them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const encoded = encodeBase64(bytes);
        expect(encoded).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encoded)).toEqual(bytes);
      }),
    );
  });

  it('reads no text that it would not write', () => {
    const digit = fc.constantFrom(...Array.from('ABQgwZz019+/=-_ \n'));
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 12 }), (text) => {
        const bytes = decodeBase64(text);
        expect(bytes === undefined ? text : encodeBase64(bytes)).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });
});
