import { LONGEST_NAME } from './own-names.js';
import {
  foldedWords,
  isFormOf,
  type KnownTerm,
  LONGEST_TERM,
  type SameTerms,
  sameTerms,
} from './same-terms.js';
import type { SearchQuery, TextClause, TextTerm } from './search-query.js';
import { allOf, anyOf, termTree, type WordTree } from './word-tree.js';

/** What was searched beside what somebody typed. */
export interface Widening {
  readonly typed: string;
  /** Terms that mean the same, or other names of the artist. */
  readonly also: readonly string[];
  /** Whether somebody with an account here gave some of them as their own names; nobody has checked that they are. */
  readonly hasOwnNames: boolean;
}

/** The words of a query: as typed, and with what means the same. */
export interface AskedWords {
  readonly literal: WordTree;
  /** Absent where nothing means the same. */
  readonly wide?: WordTree;
  readonly widenings: readonly Widening[];
}

/** A term that means the same, and whether somebody here calls it their name. */
interface AnotherTerm extends KnownTerm {
  readonly isOwnName: boolean;
}

const LONGEST = Math.max(LONGEST_TERM, LONGEST_NAME);

/**
 * The words that rows must hold. Plain words that are a term of art, or an artist's name, also find what means the same; so does
 * a name after `author:`. A phrase in quotation marks means exactly itself.
 * @param own names that artists here gave as their own, each artist's on one line
 * @returns undefined where a query has no words, or only excludes some
 */
export function askedWords(query: SearchQuery, own: readonly SameTerms[] = []): AskedWords | undefined {
  const clauses = query.filter(
    (clause): clause is TextClause => clause.kind === 'text' && !clause.isExcluded,
  );
  if (clauses.length === 0) return undefined;
  const widenings: Widening[] = [];
  const parts: WordTree[] = [];
  for (let at = 0; at < clauses.length;) {
    const { tree, length, widening } = widened(clauses, at, own);
    parts.push(tree);
    if (widening) widenings.push(widening);
    at += length;
  }
  const literal = allOf(clauses.map(literally));
  return { literal, ...(widenings.length === 0 ? {} : { wide: allOf(parts) }), widenings };
}

/** The words that rows must not hold; undefined where a query excludes none. */
export function excludedWords(query: SearchQuery): WordTree | undefined {
  const terms = query.flatMap((clause) => (clause.kind === 'text' && clause.isExcluded ? clause.terms : []));
  return terms.length === 0 ? undefined : anyOf(terms.map(termTree));
}

function literally({ terms }: TextClause): WordTree {
  return anyOf(terms.map(termTree));
}

/** The clauses from `at` on that together are a term, the longest there is, with what means the same. */
function widened(
  clauses: readonly TextClause[],
  at: number,
  own: readonly SameTerms[],
): { tree: WordTree; length: number; widening?: Widening } {
  for (let length = Math.min(LONGEST, clauses.length - at); length > 0; length -= 1) {
    const run = clauses.slice(at, at + length);
    const terms = run.map(onlyTerm);
    if (!terms.every((term) => term !== undefined)) continue;
    const typed = terms.map(({ text }) => text).join(' ');
    const words = foldedWords(typed);
    // A single name may be any word: among others it is taken for one.
    const isAlone = words.length > 1 || clauses.length === 1 || terms[0]?.field === 'author';
    const also = others(terms, words, isAlone ? own : []);
    if (also.length === 0) continue;
    const field = terms[0]?.field;
    return {
      tree: anyOf([allOf(run.map(literally)), ...also.map((term) => asTree(term, field))]),
      length,
      widening: { typed, also: spellings(also), hasOwnNames: also.some(({ isOwnName }) => isOwnName) },
    };
  }
  const [clause] = clauses.slice(at, at + 1);
  if (!clause) throw new RangeError(`There is no clause ${at}.`);
  return { tree: literally(clause), length: 1 };
}

/** The term of a clause that may be widened: a plain word, or a name after `author:`. */
function onlyTerm({ terms }: TextClause): TextTerm | undefined {
  const [term] = terms;
  if (!term || terms.length > 1 || term.kind === 'prefix' || term.field === 'caption') return undefined;
  return term.kind === 'word' || term.field === 'author' ? term : undefined;
}

/** What means the same as these terms, each term of each language once. */
function others(
  terms: readonly TextTerm[],
  words: readonly string[],
  own: readonly SameTerms[],
): AnotherTerm[] {
  const [first] = terms;
  // A field reaches over one term only, so that several of them are no name.
  if (!first || (terms.length > 1 && terms.some(({ field }) => field !== undefined))) return [];
  const isMeant = ({ kind }: SameTerms): boolean => first.field === undefined || kind !== 'glossary';
  const isSame = (term: KnownTerm): boolean =>
    term.words.length === words.length && term.words.every((word, at) => isFormOf(words[at] ?? '', word));
  const ofSomebody = own.filter((line) =>
    line.terms.some((term) => term.words.join(' ') === words.join(' ')),
  );
  const same = [...ofSomebody, ...sameTerms(words)]
    .filter(isMeant)
    .flatMap((line) => line.terms.map((term) => ({ ...term, isOwnName: line.kind === 'own-names' })))
    .filter((term) => !isSame(term));
  return [...new Map(same.map((term) => [`${term.language ?? ''} ${term.words.join(' ')}`, term])).values()];
}

function asTree({ text, words, language }: KnownTerm, field: TextTerm['field']): WordTree {
  const kind = words.length > 1 ? 'phrase' : 'word';
  const term: TextTerm = { kind, text, ...(field === undefined ? {} : { field }) };
  return { kind: 'term', term, ...(language === undefined ? {} : { language }) };
}

/** The terms as people read them: each spelling once. */
function spellings(terms: readonly KnownTerm[]): string[] {
  return [...new Map(terms.map(({ text, words }) => [words.join(' '), text])).values()];
}
