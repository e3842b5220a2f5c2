import type { Dataset, Facets } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import type { SearchAnswer } from './search-entries.js';

/** Facets, with the datasets by what they are called. */
export interface SearchFacets extends Omit<Facets, 'datasets'> {
  readonly datasets: readonly { readonly value: Dataset; readonly count: number }[];
}

/** Counts over everything that a search finds, whatever page of it was read. */
export async function searchFacets(
  registry: Registry,
  { search, foundBy, searched }: SearchAnswer,
): Promise<SearchFacets> {
  const ids = searched.datasets.map(({ id }) => id);
  const facets = await registry.store.entries.facets(search, foundBy, ids);
  return {
    ...facets,
    datasets: facets.datasets.flatMap(({ value, count }) => {
      const dataset = searched.datasets.find(({ id }) => id === value);
      return dataset ? [{ value: dataset, count }] : [];
    }),
  };
}
