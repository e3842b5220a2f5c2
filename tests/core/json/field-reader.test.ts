import { describe, expect, it } from '@jest/globals';
import { FieldError, FieldReader } from '../../../src/core/json/field-reader.js';

const HEX = { pattern: /^[0-9a-f]{4}$/, description: 'four hexadecimal digits' };

function readPairs(fields: FieldReader): number[] {
  return fields.objects(
    'a',
    (item) => item.count('b'),
    (b) => `${b}`,
  );
}

function refusalOf(value: unknown, read: (fields: FieldReader) => unknown): string {
  try {
    FieldReader.object(value, '', read);
    return 'accepted';
  } catch (error) {
    if (error instanceof FieldError) {
      return `${error.code} ${error.path}`;
    }
    throw error;
  }
}

describe('FieldReader', () => {
  it.each<[unknown, (fields: FieldReader) => unknown, string, string]>([
    [null, () => 0, 'wrong-type ', 'null is no object'],
    [[], () => 0, 'wrong-type ', 'an array is no object'],
    ['{}', () => 0, 'wrong-type ', 'a text is no object'],
    [{ a: 1, b: 2 }, (f) => f.count('a'), 'unknown-field /b', 'nothing is ignored'],
    [{ 'a/~b': 1 }, () => 0, 'unknown-field /a~1~0b', 'paths are JSON Pointers'],
    [{}, (f) => f.flag('a'), 'missing-field /a', 'nothing is filled in'],
    [{ toString: 1 }, (f) => f.flag('a'), 'missing-field /a', 'names of the language are only names'],
    [{}, (f) => f.text('toString', HEX), 'missing-field /toString', 'inherited members are not members'],
    [{ a: 'true' }, (f) => f.flag('a'), 'wrong-type /a', 'nothing is converted'],
    [{ a: undefined }, (f) => f.flag('a'), 'wrong-type /a', 'undefined is there and wrong'],
    [{ a: 1 }, (f) => f.text('a', HEX), 'wrong-type /a', 'a number is no text'],
    [{ a: 'ABCD' }, (f) => f.text('a', HEX), 'wrong-value /a', 'another form'],
    [{ a: 'abcd\n' }, (f) => f.text('a', HEX), 'wrong-value /a', 'the form fills the text'],
    [{ a: '' }, (f) => f.text('a', { maximum: 3 }), 'wrong-value /a', 'empty says nothing'],
    [{ a: 'abcd' }, (f) => f.text('a', { maximum: 3 }), 'too-large /a', 'longer than allowed'],
    [{ a: 'z' }, (f) => f.choice('a', ['x', 'y']), 'wrong-value /a', 'not in the list'],
    [{ a: null }, (f) => f.choice('a', ['x', 'y']), 'wrong-type /a', 'null is no word'],
    [{ a: '1' }, (f) => f.count('a'), 'wrong-type /a', 'a text is no number'],
    [{ a: 0 }, (f) => f.count('a'), 'wrong-value /a', 'counts begin at 1'],
    [{ a: 1.5 }, (f) => f.count('a'), 'wrong-value /a', 'no fractions'],
    [{ a: 2 ** 53 }, (f) => f.count('a'), 'wrong-value /a', 'no longer exact'],
    [{ a: '2026-11-22T19:00:00Z' }, (f) => f.instant('a'), 'wrong-value /a', 'milliseconds are written'],
    [{ a: '2026-11-22T19:00:00.000+00:00' }, (f) => f.instant('a'), 'wrong-value /a', 'UTC is written Z'],
    [{ a: '2026-02-30T00:00:00.000Z' }, (f) => f.instant('a'), 'wrong-value /a', 'a day that does not exist'],
    [
      { a: '2026-11-22T24:00:00.000Z' },
      (f) => f.instant('a'),
      'wrong-value /a',
      'a second spelling of midnight',
    ],
    [
      { a: '2026-13-01T00:00:00.000Z' },
      (f) => f.instant('a'),
      'wrong-value /a',
      'a month that does not exist',
    ],
    [{ a: 'abcd' }, (f) => f.set('a', HEX), 'wrong-type /a', 'a text is no list'],
    [{ a: ['abcd', 1] }, (f) => f.set('a', HEX), 'wrong-value /a/1', 'an item of another type'],
    [{ a: ['bbbb', 'aaaa'] }, (f) => f.set('a', HEX), 'wrong-value /a/1', 'not sorted'],
    [{ a: ['aaaa', 'aaaa'] }, (f) => f.set('a', HEX), 'wrong-value /a/1', 'not once'],
    [{ a: '0' }, (f) => f.whole('a', 0, 9), 'wrong-type /a', 'a text is no number'],
    [{ a: -1 }, (f) => f.whole('a', 0, 9), 'wrong-value /a', 'below the bounds'],
    [{ a: 10 }, (f) => f.whole('a', 0, 9), 'wrong-value /a', 'above the bounds'],
    [{ a: 0.5 }, (f) => f.whole('a', 0, 9), 'wrong-value /a', 'no fractions within bounds either'],
    [{ a: {} }, (f) => readPairs(f), 'wrong-type /a', 'an object is no list'],
    [{ a: [{ b: 1 }, 'b'] }, (f) => readPairs(f), 'wrong-type /a/1', 'an item that is no object'],
    [{ a: [{ b: 1, c: 1 }] }, (f) => readPairs(f), 'unknown-field /a/0/c', 'nothing in an item is ignored'],
    [{ a: [{}] }, (f) => readPairs(f), 'missing-field /a/0/b', 'nor filled in'],
    [{ a: [{ b: 2 }, { b: 1 }] }, (f) => readPairs(f), 'wrong-value /a/1', 'items out of order'],
    [{ a: [{ b: 1 }, { b: 1 }] }, (f) => readPairs(f), 'wrong-value /a/1', 'an item twice'],
  ])('refuses %j: (%#) %s %s', (value, read, refusal) => {
    expect(refusalOf(value, read)).toBe(refusal);
  });

  it('gives back what it accepts', () => {
    const value = {
      text: 'abcd',
      word: 'y',
      flag: false,
      count: 3,
      whole: 0,
      at: '2028-02-29T23:59:59.999Z',
      set: ['aaaa', 'bbbb'],
      objects: [{ b: 1 }, { b: 2 }],
    };
    const read = FieldReader.object(value, '', (fields) => ({
      text: fields.text('text', HEX),
      word: fields.choice('word', ['x', 'y']),
      flag: fields.flag('flag'),
      count: fields.count('count'),
      whole: fields.whole('whole', 0, 0),
      at: fields.instant('at'),
      set: fields.set('set', HEX),
      objects: fields.objects(
        'objects',
        (item) => ({ b: item.count('b') }),
        ({ b }) => `${b}`,
      ),
    }));
    expect(read).toEqual(value);
  });
});
