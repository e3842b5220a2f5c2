import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storableJson, storableText } from '../../src/store/storable-text.js';

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

describe('storable text', () => {
  it.each([
    ['plain', 'plain', 'nothing to replace'],
    ['a\0b', 'a\uFFFDb', 'U+0000'],
    ['\uD800', '\uFFFD', 'a leading surrogate alone'],
    ['\uDC00x', '\uFFFDx', 'a trailing surrogate alone'],
    ['\u{1F58C}', '\u{1F58C}', 'a pair is one character'],
    ['\uDC00\uD800', '\uFFFD\uFFFD', 'a pair the wrong way round'],
  ])('makes of %j %j: %s', (text, expected) => {
    expect(storableText(text)).toBe(expected);
  });

  it('survives UTF-8 and holds no U+0000, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storableText(text);
        expect(new TextDecoder().decode(new TextEncoder().encode(stored))).toBe(stored);
        expect(stored).not.toContain('\0');
        expect(stored).toHaveLength(text.length);
      }),
    );
  });
});

describe('storable JSON', () => {
  it.each([
    ['\\u0000', 'text that looks like an escape'],
    ['\\\\u0000', 'a backslash before what looks like one'],
    ['\\ud800', 'text that looks like a surrogate'],
  ])('leaves %j as it is: %s', (text) => {
    expect(JSON.parse(storableJson({ text }))).toEqual({ text });
  });

  it('says the same as the value, with every text in it made storable', () => {
    fc.assert(
      fc.property(anyText, anyText, (key, text) => {
        const json = storableJson([{ [`k${key}`]: text }]);
        expect(JSON.parse(json)).toEqual([{ [`k${storableText(key)}`]: storableText(text) }]);
      }),
    );
  });
});
