import type { Dataset } from '../ports/catalogue.js';
import type { EmbeddingModel } from '../ports/embeddings.js';
import type { Registry } from '../registry.js';
import { KnnRefused } from './knn-request.js';

/** A dataset as clip-retrieval names what it searches: an index. */
export interface SearchedIndex {
  readonly dataset: Dataset;
  /** What most of its vectors were made by. */
  readonly models: readonly EmbeddingModel[];
}

/** The open datasets that have vectors, in the order in which they were made. */
export async function searchedIndexes(registry: Registry): Promise<SearchedIndex[]> {
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const indexes = await Promise.all(
    open.map(async (dataset) => ({
      dataset,
      models: (await registry.store.embeddings.ofDatasets([dataset.id])).map(({ model }) => model),
    })),
  );
  return indexes.filter(({ models }) => models.length > 0);
}

/** @throws KnnRefused when there is none of the name, or none at all */
export async function indexNamed(registry: Registry, name: string | undefined): Promise<SearchedIndex> {
  const indexes = await searchedIndexes(registry);
  const found = name === undefined ? indexes[0] : indexes.find(({ dataset }) => dataset.slug === name);
  if (!found) throw new KnnRefused(404, 'There is no such index. /indices-list names those that there are.');
  return found;
}
