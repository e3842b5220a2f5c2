import { nearestNames } from '../../../core/search/nearest-names.js';
import type { SearchQuery } from '../../../core/search/search-query.js';
import type { FoundBy } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';

const MOST = 3;

/**
 * Names that somebody may have meant who spelt one otherwise: of well-known artists, and where nothing was found as it was
 * asked for, of authors in the catalogue too.
 */
export async function suggestNames(
  registry: Registry,
  query: SearchQuery,
  foundBy: FoundBy,
): Promise<string[]> {
  const name = nameIn(query);
  if (name === undefined) return [];
  const authors = foundBy === 'asked' ? [] : await registry.store.entries.authorsLike(name, MOST);
  return nearestNames(name, authors, MOST);
}

/** The words of a query that may be nothing but a name. */
function nameIn(query: SearchQuery): string | undefined {
  const words: string[] = [];
  for (const { kind, isExcluded, terms } of query) {
    const [term] = terms;
    if (kind !== 'text' || isExcluded || terms.length > 1) return undefined;
    if (term?.kind !== 'word' && term?.kind !== 'phrase') return undefined;
    if (term.field === 'caption') return undefined;
    words.push(term.text);
  }
  return words.length === 0 ? undefined : words.join(' ');
}
