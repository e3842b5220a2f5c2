import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { octetsOfText, textOfOctets } from '../../../src/core/bytes/octet-text.js';

const octetsNearUtf8 = fc.array(
  fc.constantFrom(0x41, 0x7f, 0x80, 0xa9, 0xbf, 0xc3, 0xe2, 0x84, 0xaa, 0xed, 0xf0, 0xff),
  { maxLength: 8 },
);

describe('octets as text', () => {
  it('reads UTF-8 as its text, byte order mark included', () => {
    expect(textOfOctets(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toBe('\ufeff\u00e9');
  });

  it('tells an octet that is not UTF-8 from the character of the same number', () => {
    expect(textOfOctets(Uint8Array.of(0x41, 0xe9))).toBe('A\udce9');
    expect(textOfOctets(Uint8Array.of(0xc3, 0xa9))).toBe('\u00e9');
  });

  it('gives every string of octets a text of its own, and reads it back', () => {
    fc.assert(
      fc.property(octetsNearUtf8, (octets) => {
        const bytes = Uint8Array.from(octets);
        expect(octetsOfText(textOfOctets(bytes))).toEqual(bytes);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['\ud800', 'half a pair that stands for no octet'],
    ['\udcc3\udca9', 'octets that would have been read as UTF-8'],
    ['\u00e9\udcff', 'a character beside an octet that is not UTF-8'],
  ])('has no octets for %j: %s', (text) => {
    expect(octetsOfText(text)).toBeUndefined();
  });
});
