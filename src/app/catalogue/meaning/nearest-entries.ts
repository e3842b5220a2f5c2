import type { Dataset } from '../../ports/catalogue.js';
import type { EmbeddingModel, NearEntry } from '../../ports/embeddings.js';
import type { Registry } from '../../registry.js';
import { describeSearched, type Searched } from '../search/searched.js';

export interface NearestInput {
  /** What made the vector; only vectors of the same are compared with. */
  readonly model: EmbeddingModel;
  readonly vector: Float32Array;
  /** The open datasets to look in. */
  readonly datasets: readonly Dataset[];
  readonly host?: string | undefined;
  readonly showsHidden: boolean;
  readonly limit: number;
}

export interface NearestAnswer {
  readonly matches: readonly (NearEntry & { readonly dataset: Dataset })[];
  readonly model: EmbeddingModel;
  /** The datasets that have vectors of the model. */
  readonly searched: Searched;
  /** How many rows have a vector of the model: the others cannot be found in this way. */
  readonly vectorsSearched: bigint;
}

/** The entries whose vectors are nearest to one, whatever it was made of. */
export async function nearestEntries(
  registry: Registry,
  { datasets, ...input }: NearestInput,
): Promise<NearestAnswer> {
  const { embeddings } = registry.store;
  const held = await Promise.all(
    datasets.map(async (dataset) => ({
      dataset,
      vectors: (await embeddings.ofDataset(dataset.id)).find(({ model }) => model.id === input.model.id),
    })),
  );
  const searched = held.filter(({ vectors }) => (vectors?.vectorsHeld ?? 0n) > 0n);
  const byId = new Map(searched.map(({ dataset }) => [dataset.id, dataset]));
  const found = await embeddings.nearest({ ...input, datasetIds: [...byId.keys()] });
  return {
    matches: found.flatMap((near) => {
      const dataset = byId.get(near.entry.datasetId);
      return dataset ? [{ ...near, dataset }] : [];
    }),
    model: input.model,
    searched: describeSearched(searched.map(({ dataset }) => dataset)),
    vectorsSearched: searched.reduce((sum, { vectors }) => sum + (vectors?.vectorsHeld ?? 0n), 0n),
  };
}
