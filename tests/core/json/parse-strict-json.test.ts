import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseStrictJson } from '../../../src/core/json/parse-strict-json.js';
import { CANONICAL_JSON_VECTORS } from './canonical-json-vectors.js';

describe('parseStrictJson', () => {
  it.each(CANONICAL_JSON_VECTORS.refused)('refuses $text with $code: $reason', ({ text, code, path }) => {
    const result = parseStrictJson(text);
    expect(result.ok ? 'read' : { code: result.problem.code, path: result.problem.path }).toEqual({
      code,
      path,
    });
  });

  it.each(CANONICAL_JSON_VECTORS.texts)('reads $text as JSON.parse does: $reason', ({ text }) => {
    const result = parseStrictJson(text);
    expect(result.ok && result.value).toEqual(JSON.parse(text));
  });

  it('says where the fault begins', () => {
    const result = parseStrictJson('{"a": 1, "a": 2}');
    expect(result).toEqual({
      ok: false,
      problem: {
        code: 'duplicate-key',
        path: '/a',
        offset: 9,
        message: 'The key "/a" appears twice: send it once. (character 10)',
      },
    });
  });

  it('keeps half a surrogate pair where that was asked for, and nothing else that it refuses', () => {
    const text = '{"\\udfff":["\\ud800"]}';
    expect(parseStrictJson(text)).toMatchObject({ ok: false, problem: { code: 'lone-surrogate' } });
    expect(parseStrictJson(text, 'keep')).toEqual({ ok: true, value: { '\udfff': ['\ud800'] } });
    const others = CANONICAL_JSON_VECTORS.refused.filter(({ code }) => code !== 'lone-surrogate');
    for (const { text: refused } of others)
      expect(parseStrictJson(refused, 'keep')).toEqual(parseStrictJson(refused));
  });

  it('keeps "__proto__" as data and leaves prototypes alone', () => {
    const result = parseStrictJson('{"__proto__":{"polluted":true}}');
    const value = result.ok ? result.value : null;
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('reads 64 levels of nesting, and a text of a million characters', () => {
    expect(parseStrictJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
    expect(parseStrictJson(`"${'\\n'.repeat(1_000_000)}"`).ok).toBe(true);
  });

  it('reads nothing that JSON.parse refuses, and calls nothing a syntax error that JSON.parse reads', () => {
    const fragment = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0.5e1',
      'true',
      'null',
      ' ',
      '\\',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
        const text = fragments.join('');
        const result = parseStrictJson(text);
        if (result.ok) {
          expect(result.value).toEqual(JSON.parse(text));
        } else if (result.problem.code === 'syntax') {
          expect(() => JSON.parse(text) as unknown).toThrow();
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('reads back every value that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const result = parseStrictJson(text);
        expect(result.ok && result.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });
});
