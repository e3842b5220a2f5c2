import type { EntrySearch } from '../../src/app/ports/catalogue.js';
import { parseSearch } from '../../src/core/search/parse-search.js';
import type { PlaceTerm } from '../../src/core/search/search-query.js';
import { askedWords, excludedWords } from '../../src/core/search/widen-search.js';

interface Options extends Partial<Pick<EntrySearch, 'filter' | 'sort'>> {
  readonly datasetId?: number;
  readonly places?: readonly PlaceTerm[];
}

/** A search as the store takes it, from the language that people write it in; with places beside it. */
export function searchFor(text: string, { datasetId, places = [], filter, sort }: Options = {}): EntrySearch {
  const parsed = parseSearch(text);
  if (!parsed.ok) throw new Error(`${text} is no search: ${parsed.problem.code}`);
  const { query } = parsed;
  return {
    words: askedWords(query),
    without: excludedWords(query),
    places: [
      ...query.filter((clause) => clause.kind === 'place'),
      ...places.map((term) => ({ kind: 'place', isExcluded: false, terms: [term] }) as const),
    ],
    filter: { ...filter, ...(datasetId === undefined ? {} : { datasetIds: [datasetId] }) },
    sort: sort ?? 'relevance',
  };
}
