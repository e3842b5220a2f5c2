import { describe, expect, it } from '@jest/globals';
import { LogIndexScalar, DateTimeScalar, Sha256Scalar } from '../../src/graphql/scalars.js';
import { thumbnailUrl } from '../../src/graphql/thumbnail-url.js';
import { withoutNulls } from '../../src/graphql/without-nulls.js';

describe('a moment', () => {
  it.each([
    ['2026-11-22T19:00:00.000Z', '2026-11-22T19:00:00.000Z', 'as answers write it'],
    ['2026-11-22T19:00Z', '2026-11-22T19:00:00.000Z', 'without seconds'],
    ['2026-11-22T20:00:00+01:00', '2026-11-22T19:00:00.000Z', 'in another zone'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z', 'in a leap year'],
  ])('is read from %s as %s: %s', (text, written) => {
    expect(DateTimeScalar.parseValue(text).toISOString()).toBe(written);
  });

  it.each<[unknown, string]>([
    ['2026-11-22', 'a day is no moment'],
    ['2026-11-22T19:00:00', 'no zone, so it would mean another moment elsewhere'],
    ['2026-02-30T00:00:00Z', 'there is no such day'],
    ['2026-13-01T00:00:00Z', 'there is no such month'],
    ['2026-11-22T25:00:00Z', 'there is no such hour'],
    ['tomorrow', 'words'],
    ['', 'nothing'],
    [1_795_000_000_000, 'a number could be seconds or milliseconds'],
  ])('is not read from %j: %s', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('This is not a value of DateTimeISO.');
  });
});

describe('a whole number of the log', () => {
  it.each([
    ['0', 0n],
    ['9007199254740993', 9_007_199_254_740_993n],
  ])('is %s as text and exact inside', (text, inside) => {
    expect(LogIndexScalar.parseValue(text)).toBe(inside);
    expect(LogIndexScalar.serialize(inside)).toBe(text);
  });

  it.each(['-1', '01', '1.5', '1e3', '', ' 1', '99999999999999999999'])('is not %j', (text) => {
    expect(() => LogIndexScalar.parseValue(text)).toThrow('This is not a value of LogIndex.');
  });
});

describe('a digest', () => {
  const hex = '00ff'.repeat(16);

  it('is 64 hexadecimal digits outside and 32 bytes inside', () => {
    expect(Sha256Scalar.parseValue(hex.toUpperCase())).toHaveLength(32);
    expect(Sha256Scalar.serialize(Sha256Scalar.parseValue(hex))).toBe(hex);
  });

  it.each([hex.slice(1), `${hex}0`, 'g'.repeat(64), ''])(
    'is not %j, and the error does not repeat it',
    (text) => {
      expect(() => Sha256Scalar.parseValue(text)).toThrow(/^This is not a value of Sha256\.$/);
    },
  );
});

describe('the path of a small picture', () => {
  it.each([
    [1, 160, 'the smallest there is'],
    [160, 160, 'exactly a size that is kept'],
    [161, 320, 'the next larger one'],
    [480, 640, 'the next larger one'],
    [960, 640, 'the largest there is'],
    [-5, 160, 'nonsense asks for the smallest'],
  ])('leads for an edge of %i to one of %i: %s', (asked, kept) => {
    expect(thumbnailUrl('demo:00', asked)).toBe(`/thumbnails/demo%3A00?edge=${kept}`);
  });
});

describe('arguments', () => {
  it('lose their nulls at any depth, and nothing else', () => {
    const at = new Date(0);
    const bytes = new Uint8Array([1]);
    const given = { a: null, b: { c: null, d: [{ e: null, f: 0 }], g: '' }, at, bytes, no: false };
    expect(withoutNulls(given)).toEqual({ b: { d: [{ f: 0 }], g: '' }, at, bytes, no: false });
    expect('a' in withoutNulls(given)).toBe(false);
  });
});
