import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRange } from '../../../src/core/search/number-range.js';
import { readSearchParams } from '../../../src/core/search/search-params.js';

const read = (params: string) => readSearchParams(new URLSearchParams(params));

describe('the parameters of a search', () => {
  it('are read together', () => {
    const params =
      'q=%20red%20boat&dataset=a&dataset=b&domain=example.com&size=small&size=very-large&licence=cc0&language=es' +
      '&aesthetic=5..7&unsafe=..0.5&use=ai-inference&answer=denied&answer=conditional&sort=newest';
    expect(read(params)).toEqual({
      ok: true,
      query: { kind: 'words', words: 'red boat' },
      datasets: ['a', 'b'],
      domains: ['example.com'],
      sizes: ['small', 'very-large'],
      licences: ['cc0'],
      languages: ['es'],
      ranges: { aesthetic: { least: 5, most: 7 }, unsafe: { most: 0.5 } },
      use: 'ai-inference',
      answers: ['DENIED', 'CONDITIONAL'],
      sort: 'newest',
      showsHidden: false,
    });
  });

  it('may all be absent', () => {
    expect(read('')).toMatchObject({
      ok: true,
      query: undefined,
      sizes: [],
      ranges: {},
      answers: [],
      sort: 'relevance',
    });
  });

  it('leave out what is hidden unless they say so in so many words', () => {
    expect(read('hidden=show')).toMatchObject({ ok: true, showsHidden: true });
    expect(read('hidden=leave')).toMatchObject({ ok: true, showsHidden: false });
    expect(read('hidden=yes')).toEqual({ ok: false, param: 'hidden' });
  });

  it('take a site for words when told to', () => {
    expect(read('q=example.com')).toMatchObject({ query: { kind: 'host', host: 'example.com' } });
    expect(read('q=example.com&as=words')).toMatchObject({ query: { kind: 'words', words: 'example.com' } });
  });

  it.each([
    ['size=gigantic', 'size'],
    ['size=small&size=', 'size'],
    ['answer=maybe', 'answer'],
    ['use=anything', 'use'],
    ['sort=random', 'sort'],
    ['aesthetic=high', 'aesthetic'],
    ['unsafe=0.5', 'unsafe'],
  ])('of %s are refused, not passed over', (params, param) => {
    expect(read(params)).toEqual({ ok: false, param });
  });
});

describe('a range', () => {
  it.each(['', '..', '5', '5...7', '5..7..9', 'a..b', '-1..2', '1e3..', ' 5..'])('is not %j', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it('is read back as it was written', () => {
    const end = fc.option(
      fc.integer({ min: 0, max: 99_999 }).map((value) => value / 100),
      { nil: undefined },
    );
    fc.assert(
      fc.property(end, end, (least, most) => {
        fc.pre(least !== undefined || most !== undefined);
        expect(parseRange(`${least ?? ''}..${most ?? ''}`)).toEqual({
          ...(least === undefined ? {} : { least }),
          ...(most === undefined ? {} : { most }),
        });
      }),
    );
  });
});
