import { ARTIST_NAMES } from './artist-names.js';
import { foldWord } from './fold-word.js';
import { GLOSSARY, GLOSSARY_LANGUAGES } from './glossary.js';
import type { StemLanguage } from './stem-language.js';

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

export interface KnownTerm {
  readonly text: string;
  /** Its words in the form that they are compared in. */
  readonly words: readonly string[];
  /** The language it is a term of; a name is of none. */
  readonly language?: StemLanguage;
}

/** Terms that mean the same: of the glossary, the names of one well-known artist, or those that somebody here gave as their own. */
export interface SameTerms {
  readonly kind: 'glossary' | 'names' | 'own-names';
  readonly terms: readonly KnownTerm[];
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return (text.match(WORDS) ?? []).map(foldWord);
}

const LINES: readonly SameTerms[] = [
  ...GLOSSARY.map((line): SameTerms => ({ kind: 'glossary', terms: glossaryTerms(line) })),
  ...ARTIST_NAMES.map((line): SameTerms => ({
    kind: 'names',
    terms: line.split(', ').map((name) => knownTerm(name)),
  })),
];

/** First word of a term → the terms that begin with it, with those that mean the same. */
const BY_FIRST_WORD = byFirstWord(LINES);

/** How many words the longest term has. */
export const LONGEST_TERM = Math.max(...LINES.flatMap(({ terms }) => terms.map(({ words }) => words.length)));

/** Every line that has exactly these words as one of its terms; a plural is known by its singular. */
export function sameTerms(words: readonly string[]): readonly SameTerms[] {
  const [first = ''] = words;
  const found = [first, ...singulars(first)].flatMap((word) => BY_FIRST_WORD.get(word) ?? []);
  const exact = found.filter(
    ({ term }) =>
      term.words.length === words.length && term.words.every((word, at) => isFormOf(words[at] ?? '', word)),
  );
  return [...new Set(exact.map(({ line }) => line))];
}

/** Whether a word that was typed is the other, or may be its plural. */
export function isFormOf(typed: string, word: string): boolean {
  return typed === word || singulars(typed).includes(word);
}

/** What a plural of English, Spanish, French or Portuguese may be the plural of. */
function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s')) return [];
  return word.endsWith('es') ? [word.slice(0, -1), word.slice(0, -2)] : [word.slice(0, -1)];
}

function glossaryTerms(line: string): KnownTerm[] {
  return line.split('|').flatMap((column, at) => {
    const texts = column.split(',').map((text) => text.trim());
    return texts.filter((text) => text !== '').map((text) => knownTerm(text, GLOSSARY_LANGUAGES[at]));
  });
}

function knownTerm(text: string, language?: StemLanguage): KnownTerm {
  return { text, words: foldedWords(text), ...(language === undefined ? {} : { language }) };
}

function byFirstWord(lines: readonly SameTerms[]) {
  const index = new Map<string, { term: KnownTerm; line: SameTerms }[]>();
  for (const line of lines) {
    for (const term of line.terms) {
      const [first = ''] = term.words;
      index.set(first, [...(index.get(first) ?? []), { term, line }]);
    }
  }
  return index;
}
