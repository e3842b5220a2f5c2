import type { TextTerm } from './search-query.js';
import type { StemLanguage } from './stem-language.js';

/** Words that rows are asked for: one, all of several, or any of several. */
export type WordTree =
  /** Where a language is named, the term is meant in captions of that language only. */
  | { readonly kind: 'term'; readonly term: TextTerm; readonly language?: StemLanguage }
  | { readonly kind: 'all' | 'any'; readonly of: readonly WordTree[] };

export function termTree(term: TextTerm): WordTree {
  return { kind: 'term', term };
}

export function anyOf(trees: readonly WordTree[]): WordTree {
  const [only] = trees;
  return only && trees.length === 1 ? only : { kind: 'any', of: trees };
}

export function allOf(trees: readonly WordTree[]): WordTree {
  const [only] = trees;
  return only && trees.length === 1 ? only : { kind: 'all', of: trees };
}
