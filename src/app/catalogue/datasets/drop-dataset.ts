import { type Dataset, NoSuchDataset } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';

/**
 * Removes a dataset with all its rows and vectors, at once. What people have said about its addresses stays: answers are about
 * places, not about rows.
 * @throws NoSuchDataset, DatasetBusy
 */
export async function dropDataset(registry: Registry, slug: string): Promise<Dataset> {
  return registry.store.transact(async ({ datasets, audit }) => {
    const dataset = await datasets.bySlug(slug);
    if (!dataset) throw new NoSuchDataset();
    await datasets.drop(dataset.id);
    await audit.add({
      id: registry.random.uuid(),
      actorId: undefined,
      action: 'dataset.drop',
      target: slug,
      reason: undefined,
      details: { rowsHeld: dataset.rowsHeld.toString() },
      createdAt: registry.clock(),
    });
    return dataset;
  });
}
