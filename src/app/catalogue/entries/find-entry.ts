import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import { parseEntryId } from './entry-id.js';

/** The entry of this name, with its dataset; undefined when there is none. */
export async function findEntry(
  registry: Registry,
  id: string,
): Promise<{ entry: Entry; dataset: Dataset } | undefined> {
  const name = parseEntryId(id);
  const dataset = name && (await registry.store.datasets.bySlug(name.slug));
  const entry = dataset && (await registry.store.entries.byRowId(dataset.id, name.rowId));
  return entry && { entry, dataset };
}
