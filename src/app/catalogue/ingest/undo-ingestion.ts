import type { Ingestion } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';

/** Takes back all that a file brought. A dataset that it was to fill first is gone then, as if the file had never been named. */
export async function undoIngestion(
  registry: Registry,
  { id, datasetId, ordinals }: Ingestion,
): Promise<void> {
  await registry.store.transact(async ({ datasets, entries, ingestions }) => {
    const [dataset] = await datasets.byIds([datasetId]);
    if (!dataset) return;
    const all = await ingestions.ofDataset(datasetId);
    if (!dataset.isOpen && all.every((each) => each.id === id)) {
      await datasets.drop(datasetId);
      return;
    }
    await entries.takeBack(datasetId, ordinals);
    await ingestions.forget(id);
  });
}
