/**
 * Claims about generated addresses: 100,000 for each that the canonical form is held to (equal to WHATWG's under the stated
 * differences, equal by the short cut, idempotent, equal answers from equal forms), a part of that for the others.
 * ASSENT_TEST_URLS=N makes it N. Ten million take half an hour on a machine with nothing else to do:
 *
 *     ASSENT_TEST_URLS=10000000 npm test -- tests/core/url/canonical-url.properties.test.ts
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Item, matchStatements } from '../../../src/core/consent/coverage.js';
import { decide } from '../../../src/core/consent/decide.js';
import type { Decision } from '../../../src/core/consent/decision.js';
import type { StandingStatement } from '../../../src/core/consent/standing-statement.js';
import { canonicalUrl, canonicalUrlByRules } from '../../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { plainAddress } from '../../../src/core/url/plain-address.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';
import { canonicalByOracle } from './canonical-url-oracle.js';
import { respelling } from './respelling-arbitrary.js';
import { httpAddress, isOnTheCommonPath } from './url-arbitrary.js';

const numRuns = Number(process.env['ASSENT_TEST_URLS'] ?? 100_000);
const timeout = 120_000 + numRuns;

const CANONICAL =
  /^(?:[a-z0-9._~!$&'()*+,;=-]*[a-z0-9_~!$&'()*+,;=-]|\[[0-9a-f:]+\])(?::(?!80\/|443\/)\d+)?\/(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-F]{2})*(?:\?(?:[\w\-.~!$&()*+,;=:@/?]|%[0-9A-F]{2})+)?$/;

/** The canonical form, or why there is none. Texts are compared, as `expect` would take most of the time. */
function formOf(text: string): string {
  const result = canonicalUrl(text);
  return result.ok ? result.url : `refused: ${result.reason}`;
}

function formByRules(text: string): string {
  const result = canonicalUrlByRules(text);
  return result.ok ? result.url : `refused: ${result.reason}`;
}

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
          return (result.ok ? result.url : undefined) === canonicalByOracle(address);
        }),
        { numRuns },
      );
      expect(seen.all).toBeGreaterThanOrEqual(numRuns);
      expect(1 - seen.common / seen.all).toBeGreaterThanOrEqual(0.3);
      expect(seen.common / seen.all).toBeGreaterThan(0.3);
    },
    timeout,
  );

  it(
    'gives by the short cut what the rules give',
    () => {
      const seen = { all: 0, short: 0 };
      fc.assert(
        fc.property(httpAddress, (address) => {
          seen.all += 1;
          seen.short += plainAddress(address) === undefined ? 0 : 1;
          return formOf(address) === formByRules(address);
        }),
        { numRuns },
      );
      expect(seen.short / seen.all).toBeGreaterThan(0.3);
      expect(seen.short / seen.all).toBeLessThan(0.7);
    },
    timeout,
  );

  it(
    'writes printable ASCII that RFC 3986 allows without a default port, and reads it back unchanged behind any scheme',
    () => {
      const seen = { accepted: 0 };
      fc.assert(
        fc.property(httpAddress, (address) => {
          const result = canonicalUrl(address);
          if (!result.ok) return true;
          seen.accepted += 1;
          const { url } = result;
          const schemes = ['http://', 'https://', '//'];
          return CANONICAL.test(url) && schemes.every((scheme) => formByRules(scheme + url) === url);
        }),
        { numRuns },
      );
      expect(seen.accepted / numRuns).toBeGreaterThan(0.7);
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
          const form = formOf(`http://${rest}`);
          return formOf(`HTTPS://${rest}`) === form && formOf(` http://user:secret@${rest}#part\n`) === form;
        }),
        { numRuns: numRuns / 10 },
      );
    },
    timeout,
  );
});

describe('two spellings of one address', () => {
  it(
    'have one canonical form, and with it the same expressions and the same answers',
    () => {
      fc.assert(
        fc.property(respelling, fc.nat(), ([one, other], choice) => {
          const [form, otherForm] = [canonicalUrl(one), canonicalUrl(other)];
          if (!form.ok || !otherForm.ok || form.url !== otherForm.url) return false;
          const [item, otherItem] = [itemAt(form.url), itemAt(otherForm.url)];
          if (JSON.stringify(item) !== JSON.stringify(otherItem)) return false;
          const statement = refusalOf(item, choice);
          const answer = decisionOn(item, statement);
          return (
            answer.answer === 'DENIED' &&
            JSON.stringify(answer) === JSON.stringify(decisionOn(otherItem, statement))
          );
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

function itemAt(canonical: string): Item {
  return {
    outer: urlExpressions(canonical),
    embedded: embeddedUrls(canonical).map(urlExpressions),
    works: [],
  };
}

/** A no on one of the expressions under which an item is looked up. */
function refusalOf({ outer }: Item, choice: number): StandingStatement {
  const { kind, expression } = outer[choice % outer.length] ?? { kind: 'url', expression: '' };
  return {
    id: '00'.repeat(32),
    index: 1,
    claimant: 'A',
    capacity: 'author',
    subject: { kind, key: expression },
    use: 'train-ai',
    preference: 'deny',
    basis: 'own-right',
    ownWorks: true,
    assurance: 'verified',
  };
}

function decisionOn(item: Item, statement: StandingStatement): Decision {
  return decide(matchStatements(item, [statement]), { use: 'train-ai', at: 0 });
}

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
            return result.ok
              ? CANONICAL.test(result.url) && formByRules(`http://${result.url}`) === result.url
              : ['empty', 'not-a-url', 'not-http', 'no-host'].includes(result.reason);
          },
        ),
        { numRuns: numRuns / 5 },
      );
    },
    timeout,
  );
});
