import { describe, expect, it } from '@jest/globals';
import { ARTIST_NAMES } from '../../../src/core/search/artist-names.js';
import { GLOSSARY, GLOSSARY_LANGUAGES } from '../../../src/core/search/glossary.js';
import { nearestNames } from '../../../src/core/search/nearest-names.js';
import { parseSearch } from '../../../src/core/search/parse-search.js';
import { ownNames, possibleNames } from '../../../src/core/search/own-names.js';
import { foldedWords } from '../../../src/core/search/same-terms.js';
import { trigramLikeness } from '../../../src/core/search/trigram-likeness.js';
import { askedWords, excludedWords } from '../../../src/core/search/widen-search.js';

function widenings(typed: string, ...own: readonly string[][]): Record<string, readonly string[]> {
  const parsed = parseSearch(typed);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return Object.fromEntries(
    askedWords(parsed.query, own.map(ownNames))?.widenings.map(({ typed: of, also }) => [of, also]) ?? [],
  );
}

describe('widening a search', () => {
  it.each([
    ['acuarela', 'acuarela', 'watercolor'],
    ['Acuarelas', 'Acuarelas', 'watercolor'],
    ['watercolor faro', 'faro', 'lighthouse'],
    ['red naturaleza muerta', 'naturaleza muerta', 'still life'],
    ['oleo', 'oleo', 'oil painting'],
    ['el greco', 'el greco', 'Doménikos Theotokópoulos'],
    ['author:"El Greco"', 'El Greco', 'Doménikos Theotokópoulos'],
  ])('of %j searches %s also as %s', (typed, term, also) => {
    expect(widenings(typed)[term]).toContain(also);
  });

  it.each([
    '"acuarela"',
    'acuarel*',
    'caption:acuarela',
    'author:acuarela',
    '-acuarela marta',
    'acuarela OR boat',
    'greco el',
  ])('of %j does not happen: it says exactly what is meant', (typed) => {
    expect(widenings(typed)).toEqual({});
  });

  it('takes the longest term that begins at a word', () => {
    expect(Object.keys(widenings('black and white photo'))).toEqual(['black and white', 'photo']);
  });

  it('names no term that was typed, and none twice', () => {
    const also = widenings('retrato')['retrato'] ?? [];
    expect(also).not.toContain('retrato');
    expect(new Set(also).size).toBe(also.length);
  });

  it('keeps what is excluded apart, unwidened', () => {
    const parsed = parseSearch('-acuarela -"mug"');
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(askedWords(parsed.query)).toBeUndefined();
    expect(excludedWords(parsed.query)).toMatchObject({
      kind: 'any',
      of: [{ kind: 'term' }, { kind: 'term' }],
    });
  });
});

describe('names that artists gave as their own', () => {
  const quill = ['Marta Quill', 'M. Quill', '羽根', 'Penna'];

  it.each([
    ['marta quill', 'marta quill'],
    ['red márta QUILL boat', 'márta QUILL'],
    ['author:"Marta Quill"', 'Marta Quill'],
    ['羽根', '羽根'],
    ['author:penna boat', 'penna'],
  ])('are searched together where %s is asked for', (typed, name) => {
    const also = widenings(typed, quill)[name] ?? [];
    expect(also).toHaveLength(3);
    expect(also.map((each) => foldedWords(each).join(' '))).not.toContain(foldedWords(name).join(' '));
  });

  it.each(['penna boat', '"marta quill"', 'marta', '-penna boat', 'caption:penna', 'penna OR boat'])(
    'are left alone in %s: it may mean something else',
    (typed) => {
      expect(Object.values(widenings(typed, quill)).flat()).not.toContain('Marta Quill');
    },
  );

  it('of two artists with one name are searched for both', () => {
    expect(widenings('penna', quill, ['Penna', 'Ivo Brandt'])['penna']).toEqual([
      'Marta Quill',
      'M. Quill',
      '羽根',
      'Ivo Brandt',
    ]);
  });

  it('may be any run of plain words, and none that is excluded or chosen from', () => {
    const parsed = parseSearch('El Gréco red OR blue -marta quill');
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(possibleNames(parsed.query)).toEqual(['el', 'el greco', 'greco', 'quill']);
  });
});

describe('the glossary', () => {
  it('has at least an English and a Spanish term on each line, and no more columns than languages', () => {
    for (const line of GLOSSARY) {
      const columns = line.split('|').map((column) => column.trim());
      expect(columns.length).toBeLessThanOrEqual(GLOSSARY_LANGUAGES.length);
      expect(columns[0]).not.toBe('');
      expect(columns[1]).not.toBe('');
      for (const column of columns) expect(column).not.toMatch(/,,|,$|^,/);
    }
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(150);
  });

  it('has no English term on two lines', () => {
    const terms = GLOSSARY.flatMap((line) =>
      (line.split('|')[0] ?? '').split(',').map((term) => foldedWords(term).join(' ')),
    );
    expect(new Set(terms).size).toBe(terms.length);
  });
});

describe('the names of artists', () => {
  it('are each on one line', () => {
    const names = ARTIST_NAMES.flatMap((line) => line.split(', ').map((name) => foldedWords(name).join(' ')));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['van goh', 'Van Gogh'],
    ['vincent van gogg', 'Vincent van Gogh'],
    ['katsushika hokusia', 'Katsushika Hokusai'],
    ['frida khalo', 'Frida Kahlo'],
    ['Velasquez Diego', 'Diego Velázquez'],
  ])('are found for the misspelt %s: %s', (typed, name) => {
    expect(nearestNames(typed, [], 3)).toContain(name);
  });

  it.each(['Frida Kahlo', 'el greco', 'red boat', ''])('are not suggested for %j', (typed) => {
    expect(nearestNames(typed, [], 3)).toEqual([]);
  });

  it('are chosen from those that are given, too', () => {
    expect(nearestNames('marta qill', ['Marta Quill', 'Ivo Brandt'], 3)).toEqual(['Marta Quill']);
  });
});

describe('likeness of spelling', () => {
  it('is what pg_trgm says', () => {
    expect(trigramLikeness('word', 'two words')).toBeCloseTo(0.363636, 5);
    expect(trigramLikeness('cat', 'cat')).toBe(1);
    expect(trigramLikeness('', '')).toBe(0);
  });
});
