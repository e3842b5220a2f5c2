import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inGroups, readCrockford, writeCrockford } from '../../../src/app/accounts/crockford-base32.js';

describe('Crockford’s Base32', () => {
  it.each([
    [[0, 0, 0, 0, 0], '00000000', 'all bits clear'],
    [[255, 255, 255, 255, 255], 'ZZZZZZZZ', 'all bits set'],
    [[0x00, 0x44, 0x32, 0x14, 0xc7], '01234567', 'counting up'],
  ])('writes %j as %s: %s', (bytes, text) => {
    expect(writeCrockford(Uint8Array.from(bytes))).toBe(text);
  });

  it('writes different bytes differently, 5 bits a character', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(writeCrockford(one)).toHaveLength(8);
        expect(writeCrockford(one) === writeCrockford(other)).toBe(Buffer.compare(one, other) === 0);
      }),
    );
  });

  it('reads back what it wrote, in groups and in small letters too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = writeCrockford(bytes);
        expect(readCrockford(code, 16)).toBe(code);
        expect(readCrockford(inGroups(code).toLowerCase(), 16)).toBe(code);
      }),
    );
  });

  it.each<[string, string | undefined, string]>([
    ['oOiI lL01', '00111101', 'letters that look like digits'],
    ['ab-cd ef-gh', 'ABCDEFGH', 'hyphens and spaces anywhere'],
    ['abcdefgu', undefined, 'a letter that is never written'],
    ['abcdefg', undefined, 'too few'],
    ['abcdefghj', undefined, 'too many'],
    ['abcdéfgh', undefined, 'an accent'],
  ])('reads %j as %j: %s', (typed, code) => {
    expect(readCrockford(typed, 8)).toBe(code);
  });
});
