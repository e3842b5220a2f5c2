import { foldedWords, type SameTerms } from './same-terms.js';
import type { SearchQuery } from './search-query.js';

/** How many words a name may have, as a search counts them. */
export const LONGEST_NAME = 8;

/** The names that one artist gave as their own, for a search that may widen one of them to the others. */
export function ownNames(names: readonly string[]): SameTerms {
  return { kind: 'own-names', terms: names.map((text) => ({ text, words: foldedWords(text) })) };
}

/** What in a query may be a name: neighbouring words, folded, with blanks between. What is excluded names nobody. */
export function possibleNames(query: SearchQuery): string[] {
  const words = query.map(({ kind, isExcluded, terms }) => {
    const [term] = terms;
    return kind === 'text' && !isExcluded && terms.length === 1 && term && 'text' in term
      ? foldedWords(term.text)
      : undefined;
  });
  const names = new Set<string>();
  for (const from of words.keys()) {
    let run: string[] = [];
    for (const next of words.slice(from, from + LONGEST_NAME)) {
      if (next === undefined) break;
      run = [...run, ...next];
      if (run.length > 0 && run.length <= LONGEST_NAME) names.add(run.join(' '));
    }
  }
  return [...names];
}
