import type { SearchFilter } from '../app/catalogue/search/read-search.js';
import type { SearchFilterInput } from './inputs/search.input.js';

/** A filter under the names that the catalogue has for its columns. */
export function readFilter(filter: SearchFilterInput | undefined): SearchFilter {
  return {
    datasets: filter?.datasets,
    domains: filter?.domains,
    sizes: filter?.sizes,
    width: filter?.width,
    height: filter?.height,
    aesthetic: filter?.aesthetic,
    similarity: filter?.similarity,
    pwatermark: filter?.watermarkProbability,
    punsafe: filter?.unsafeProbability,
    licences: filter?.licences,
    languages: filter?.languages,
    showsHidden: filter?.showsHidden,
  };
}
