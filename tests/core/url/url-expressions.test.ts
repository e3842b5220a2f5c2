import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl } from '../../../src/core/url/canonical-url.js';
import { parseSubject } from '../../../src/core/url/parse-subject.js';
import { urlExpressions, type UrlExpression } from '../../../src/core/url/url-expressions.js';
import { urlKey } from '../../../src/core/url/url-key.js';
import { httpAddress } from './url-arbitrary.js';
import { readVectors, type VectorFile } from './vector-file.js';

interface ExpressionsCase {
  input: string;
  reason: string;
  expressions: (UrlExpression & { key: string })[];
}

const vectors = readVectors('url-expressions.v1.json') as VectorFile<ExpressionsCase>;

describe('urlExpressions', () => {
  it.each(vectors.cases)('looks up $input under its addresses, folders and hosts ($reason)', (one) => {
    const expected = one.expressions.map(({ kind, expression, denyOnly }) => ({
      kind,
      expression,
      denyOnly,
    }));
    expect(urlExpressions(one.input)).toEqual(expected);
  });

  it('gives an address of a million folders 16 of them', () => {
    const folders = urlExpressions(`example.com/${'a/'.repeat(1_000_000)}`).filter(
      ({ kind }) => kind === 'path',
    );
    expect(folders.map(({ expression }) => expression.length)).toEqual(
      Array.from({ length: 16 }, (_, depth) => 'example.com/'.length + 2 * (15 - depth)),
    );
  });

  it('gives a host of a million labels only parents that DNS could know', () => {
    const [host, ...parents] = urlExpressions(`${'a.'.repeat(1_000_000)}example/`).filter(
      ({ kind }) => kind === 'domain',
    );
    expect(host?.expression).toHaveLength(2_000_007);
    expect(parents).toHaveLength(123);
    expect(parents.every(({ expression }) => expression.length <= 253)).toBe(true);
  });

  it('gives, for any address, only expressions that a person can claim by typing them', () => {
    fc.assert(
      fc.property(httpAddress, (address) => {
        const result = canonicalUrl(address);
        fc.pre(result.ok);
        for (const { kind, expression } of urlExpressions(result.url)) {
          const parsed = parseSubject(kind, `http://${expression}`);
          const isNameOfDns = /^[\w.-]+$/.test(expression) && !/^\.|\.\./.test(expression);
          if (kind !== 'domain' || isNameOfDns) {
            expect(parsed).toEqual({ ok: true, kind, expression });
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('urlKey', () => {
  const expressions = vectors.cases.flatMap((one) => one.expressions);

  it.each(expressions)('of $expression is $key', ({ expression, key }) => {
    expect(urlKey(expression).toString(16).padStart(16, '0')).toBe(key);
  });

  it('is made from the UTF-8 bytes of an expression', () => {
    expect(urlKey('é')).toBe(urlKey('\u00e9'));
    expect(urlKey('é')).not.toBe(urlKey('e\u0301'));
  });
});
