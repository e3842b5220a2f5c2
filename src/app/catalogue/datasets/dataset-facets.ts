import type { Dataset } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import type { SearchFacets } from '../search/search-facets.js';

/** Counts over all that a dataset holds. */
export async function datasetFacets(registry: Registry, dataset: Dataset): Promise<SearchFacets> {
  const facets = await registry.store.entries.datasetFacets(dataset);
  return { ...facets, datasets: facets.datasets.map(({ count }) => ({ value: dataset, count })) };
}
