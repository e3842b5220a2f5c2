import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base32 } from '../../../src/core/second-factor/base32.js';
import { codeAt, keyUri, stepAt, stepTyped } from '../../../src/core/second-factor/totp.js';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const SECRET = ascii('12345678901234567890');

describe('a code of an authenticator app', () => {
  // RFC 4226, appendix D; a step is a count there.
  it.each([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ])('is that of RFC 4226: %s', (code) => {
    const codes = Array.from({ length: 10 }, (_none, step) => codeAt(SECRET, step));
    expect(codes).toContain(code);
    expect(new Set(codes).size).toBe(10);
  });

  // RFC 6238, appendix B, of whose eight digits the last six are shown.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is, %d seconds after the beginning of 1970, that of RFC 6238', (seconds, code) => {
    expect(codeAt(SECRET, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('counts one step early and one late, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2 ** 31 }), fc.integer({ min: -5, max: 5 }), (step, aside) => {
        const now = new Date(step * 30_000);
        const found = stepTyped(SECRET, codeAt(SECRET, step + aside), now);
        // Two steps may show the same six digits by chance; what is found then is one that counts.
        if (Math.abs(aside) <= 1) expect(codeAt(SECRET, found ?? -1)).toBe(codeAt(SECRET, step + aside));
        else if (found !== undefined) expect(Math.abs(found - step)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(['', '28708', '2870821', 'abcdef', '28708２'])('is not %j', (typed) => {
    expect(stepTyped(SECRET, typed, new Date(59_000))).toBeUndefined();
  });

  it('may be typed as apps show it, with a blank in the middle', () => {
    expect(stepTyped(SECRET, ' 287 082 ', new Date(59_000))).toBe(1);
  });
});

describe('what a camera reads', () => {
  it('names the registry and the account, without what would end a part of it', () => {
    const uri = new URL(keyUri(SECRET, { issuer: 'Assent: a?b', holder: 'a+b@example.org' }));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(uri.searchParams.get('issuer')).toBe('Assent  a?b');
    expect(decodeURIComponent(uri.pathname)).toContain('a+b@example.org');
  });
});

describe('base 32', () => {
  // RFC 4648 §10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as %j', (text, written) => {
    expect(base32(ascii(text))).toBe(written);
  });
});
