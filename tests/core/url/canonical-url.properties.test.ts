import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl } from '../../../src/core/url/canonical-url.js';
import { canonicalByOracle } from './canonical-url-oracle.js';
import { httpAddress, isOnTheCommonPath } from './url-arbitrary.js';

const numRuns = Number(process.env['ASSENT_TEST_RUNS'] ?? 20_000);
const timeout = 60_000 + numRuns;

const CANONICAL =
  /^(?:[a-z0-9._~!$&'()*+,;=-]*[a-z0-9_~!$&'()*+,;=-]|\[[0-9a-f:]+\])(?::(?!80\/|443\/)\d+)?\/(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-F]{2})*(?:\?(?:[\w\-.~!$&()*+,;=:@/?]|%[0-9A-F]{2})+)?$/;

describe('canonicalUrl, on generated addresses', () => {
  it(
    'equals WHATWG parse and serialise under the stated differences',
    () => {
      const seen = { all: 0, common: 0 };
      fc.assert(
        fc.property(httpAddress, (address) => {
          seen.all += 1;
          seen.common += isOnTheCommonPath(address) ? 1 : 0;
          const result = canonicalUrl(address);
          expect(result.ok ? result.url : undefined).toBe(canonicalByOracle(address));
        }),
        { numRuns },
      );
      expect(seen.all).toBeGreaterThanOrEqual(numRuns);
      expect(seen.common / seen.all).toBeGreaterThan(0.3);
      expect(seen.common / seen.all).toBeLessThan(0.7);
    },
    timeout,
  );

  it(
    'is idempotent, whichever scheme is put back',
    () => {
      fc.assert(
        fc.property(httpAddress, (address) => {
          const result = canonicalUrl(address);
          fc.pre(result.ok);
          expect(canonicalUrl(`http://${result.url}`)).toEqual(result);
          expect(canonicalUrl(`https://${result.url}`)).toEqual(result);
          expect(canonicalUrl(`//${result.url}`)).toEqual(result);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'writes printable ASCII that RFC 3986 allows, and no default port',
    () => {
      fc.assert(
        fc.property(httpAddress, (address) => {
          const result = canonicalUrl(address);
          fc.pre(result.ok);
          expect(result.url).toMatch(CANONICAL);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'never tells apart what only scheme, user-info, fragment or white space around tells apart',
    () => {
      fc.assert(
        fc.property(httpAddress, (address) => {
          const rest = address.replace(/^[a-z]*:?\/\//i, '');
          // White space at the end is trimmed only while no fragment stands behind it.
          const isOpen = rest.charCodeAt(rest.length - 1) > 0x20;
          fc.pre(isOpen && !/[#@]/.test(rest));
          const result = canonicalUrl(`http://${rest}`);
          expect(canonicalUrl(`HTTPS://${rest}`)).toEqual(result);
          expect(canonicalUrl(` http://user:secret@${rest}#part\n`)).toEqual(result);
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

describe('canonicalUrl, on any text', () => {
  it(
    'answers without throwing, and is idempotent on what it accepts',
    () => {
      const scheme = fc.constantFrom('', 'http://', 'https://', '//', 'http:', 'www.example.com/', 'data:');
      fc.assert(
        fc.property(
          scheme,
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          (start, one, other) => {
            const result = canonicalUrl(start + one + other);
            if (result.ok) {
              expect(result.url).toMatch(CANONICAL);
              expect(canonicalUrl(`http://${result.url}`)).toEqual(result);
            } else {
              expect(['empty', 'not-a-url', 'not-http', 'no-host']).toContain(result.reason);
            }
          },
        ),
        { numRuns },
      );
    },
    timeout,
  );
});
