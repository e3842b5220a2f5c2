import { type Dataset, NoSuchDataset } from '../../ports/catalogue.js';
import { recordAction } from '../../audit/record-action.js';
import type { Registry } from '../../registry.js';

/**
 * Removes a dataset with all its rows and vectors, at once. What people have said about its addresses stays: answers are about
 * places, not about rows.
 * @throws NoSuchDataset, DatasetBusy
 */
export async function dropDataset(registry: Registry, slug: string): Promise<Dataset> {
  return registry.log.sequence(async (stores, at) => {
    const { datasets } = stores;
    const dataset = await datasets.bySlug(slug);
    if (!dataset) throw new NoSuchDataset();
    await datasets.drop(dataset.id);
    const details = { rowsHeld: dataset.rowsHeld.toString() };
    await recordAction(registry, stores, { action: 'dataset.drop', target: slug, details }, at);
    return dataset;
  });
}
