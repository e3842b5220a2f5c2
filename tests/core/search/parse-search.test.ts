import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_QUERY, parseSearch } from '../../../src/core/search/parse-search.js';
import type { SearchProblem } from '../../../src/core/search/search-problem.js';
import type { Clause, PlaceTerm, SearchQuery, TextTerm } from '../../../src/core/search/search-query.js';

const text = (...terms: TextTerm[]): Clause => ({ kind: 'text', isExcluded: false, terms });
const place = (...terms: PlaceTerm[]): Clause => ({ kind: 'place', isExcluded: false, terms });
const not = (clause: Clause): Clause => ({ ...clause, isExcluded: true });
const word = (typed: string): TextTerm => ({ kind: 'word', text: typed });
const phrase = (typed: string): TextTerm => ({ kind: 'phrase', text: typed });

describe('the language of searches', () => {
  it.each<[string, SearchQuery]>([
    ['', []],
    ['  ', []],
    ['red boats', [text(word('red')), text(word('boats'))]],
    ['"red boat"', [text(phrase('red boat'))]],
    ['“red boat” „blau“ «rouge»', [text(phrase('red boat')), text(phrase('blau')), text(phrase('rouge'))]],
    ['boat -red -"old mug"', [text(word('boat')), not(text(word('red'))), not(text(phrase('old mug')))]],
    ['wat*', [text({ kind: 'prefix', text: 'wat' })]],
    ['mug OR poster red', [text(word('mug'), word('poster')), text(word('red'))]],
    ['a OR b OR "c d"', [text(word('a'), word('b'), phrase('c d'))]],
    ['mug or poster', [text(word('mug')), text(word('or')), text(word('poster'))]],
    ['"OR"', [text(phrase('OR'))]],
    ['author:quill', [text({ kind: 'word', text: 'quill', field: 'author' })]],
    ['AUTHOR: "marta quill"', [text({ kind: 'phrase', text: 'marta quill', field: 'author' })]],
    ['autor:quill', [text({ kind: 'word', text: 'quill', field: 'author' })]],
    ['caption:wat*', [text({ kind: 'prefix', text: 'wat', field: 'caption' })]],
    ['domain:Example.COM', [place({ kind: 'host', host: 'example.com' })]],
    ['-site:https://example.com/', [not(place({ kind: 'host', host: 'example.com' }))]],
    ['url:/2019/Portrait', [place({ kind: 'url-part', part: '/2019/portrait' })]],
    ['url:café', [place({ kind: 'url-part', part: 'caf%c3%a9' })]],
    ['url:https://example.com/a', [place({ kind: 'url-start', url: 'example.com/a' })]],
    [
      'domain:a.example OR url:portraits',
      [place({ kind: 'host', host: 'a.example' }, { kind: 'url-part', part: 'portraits' })],
    ],
    ['Re:Zero 24"x36" o’neil -', [text(word('Re:Zero')), text(word('24"x36"')), text(word('o’neil'))]],
    ['black & white — 🎨', [text(word('black')), text(word('white'))]],
    ['水彩 Öl', [text(word('水彩')), text(word('Öl'))]],
  ])('reads %j', (typed, query) => {
    expect(parseSearch(typed)).toEqual({ ok: true, query });
  });

  it.each<[string, SearchProblem]>([
    ['boat "red', { code: 'unclosed-quote', position: 5, length: 4 }],
    ['author:"red', { code: 'unclosed-quote', position: 7, length: 4 }],
    ['boat author:', { code: 'missing-value', position: 5, length: 7 }],
    ['boat author:""', { code: 'missing-value', position: 5, length: 9 }],
    ['caption:&', { code: 'missing-value', position: 0, length: 9 }],
    ['a wa*er', { code: 'misplaced-star', position: 2, length: 5 }],
    ['*', { code: 'misplaced-star', position: 0, length: 1 }],
    ['boat w*', { code: 'short-prefix', position: 5, length: 2 }],
    ['url:ab', { code: 'short-part', position: 0, length: 6 }],
    ['boat domain:not_/a', { code: 'not-a-domain', position: 5, length: 13 }],
    ['OR boat', { code: 'lone-or', position: 0, length: 2 }],
    ['boat OR', { code: 'lone-or', position: 5, length: 2 }],
    ['boat OR OR mug', { code: 'lone-or', position: 5, length: 2 }],
    ['boat OR -mug', { code: 'excluded-or', position: 8, length: 4 }],
    ['boat OR domain:a.example', { code: 'mixed-or', position: 8, length: 16 }],
    ['a'.repeat(LONGEST_QUERY + 5), { code: 'too-long', position: LONGEST_QUERY, length: 5 }],
    [`${'a '.repeat(32)}b c`, { code: 'too-many', position: 64, length: 3 }],
  ])('refuses %j and points at what is wrong', (typed, problem) => {
    expect(parseSearch(typed)).toEqual({ ok: false, problem });
  });
});

/** A text that reads back as the query. */
function written(query: SearchQuery): string {
  return query
    .map(({ isExcluded, terms }) => `${isExcluded ? '-' : ''}${terms.map(writtenTerm).join(' OR ')}`)
    .join('  ');
}

function writtenTerm(term: TextTerm | PlaceTerm): string {
  switch (term.kind) {
    case 'host':
      return `domain:${term.host}`;
    case 'url-start':
      return `url:http://${term.url}`;
    case 'url-part':
      return `url:"${term.part}"`;
    default: {
      const value = { word: term.text, phrase: `"${term.text}"`, prefix: `${term.text}*` }[term.kind];
      return term.field === undefined ? value : `${term.field}:${value}`;
    }
  }
}

const WORD = fc
  .stringMatching(/^[\p{L}\p{N}'’&.+/-]{3,12}$/u)
  .filter(
    (value) =>
      /^[\p{L}\p{N}]/u.test(value) && (value.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 3 && value !== 'OR',
  );
const FIELD = fc.option(fc.constantFrom('author' as const, 'caption' as const), { nil: undefined });
const TEXT_TERM = fc
  .tuple(
    fc.constantFrom('word' as const, 'phrase' as const, 'prefix' as const),
    fc.array(WORD, { minLength: 1, maxLength: 3 }),
    FIELD,
  )
  .map(([kind, words, field]): TextTerm => {
    const value = kind === 'phrase' ? words.join(' ') : (words[0] ?? '');
    return { kind, text: value, ...(field === undefined ? {} : { field }) };
  });
const PLACE_TERM = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}\.example$/).map((host): PlaceTerm => ({ kind: 'host', host })),
  fc
    .stringMatching(/^[a-z]{1,8}\.example\/[a-z0-9]{1,9}$/)
    .map((url): PlaceTerm => ({ kind: 'url-start', url })),
  fc.stringMatching(/^[a-z0-9/_.-]{0,9}[a-z0-9]{3}$/).map((part): PlaceTerm => ({ kind: 'url-part', part })),
);
const clauses = <Term>(kind: 'text' | 'place', term: fc.Arbitrary<Term>) =>
  fc.oneof(
    fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => ({ kind, isExcluded: false, terms })),
    term.map((only) => ({ kind, isExcluded: true, terms: [only] })),
  ) as fc.Arbitrary<Clause>;
const QUERY = fc.array(fc.oneof(clauses('text', TEXT_TERM), clauses('place', PLACE_TERM)), { maxLength: 5 });

describe('reading any text', () => {
  it('gives back every query that was written down', () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        expect(parseSearch(written(query))).toEqual({ ok: true, query });
      }),
    );
  });

  it('never throws, and points into the text where it refuses', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '-',
        '*',
        ' OR ',
        ' ',
        'author:',
        'domain:',
        'url:',
        '\0',
        '\ud800',
        '水彩',
        'a.example',
        'boat',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const typed = pieces.join('');
        const parsed = parseSearch(typed);
        if (parsed.ok) {
          for (const { terms } of parsed.query) expect(terms.length).toBeGreaterThan(0);
        } else {
          const { position, length } = parsed.problem;
          expect(position).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(position + length).toBeLessThanOrEqual(typed.length);
        }
      }),
    );
  });
});
