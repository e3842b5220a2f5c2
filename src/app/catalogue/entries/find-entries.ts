import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { Registry } from '../../registry.js';
import { parseEntryId } from './entry-id.js';

/** The entries of these names, each with its dataset, in the order of the names; undefined where there is none. */
export async function findEntries(
  { store }: Registry,
  ids: readonly string[],
): Promise<({ entry: Entry; dataset: Dataset } | undefined)[]> {
  const datasets = new Map((await store.datasets.all()).map((dataset) => [dataset.slug, dataset]));
  const asked = ids.map((id) => {
    const name = parseEntryId(id);
    const dataset = name && datasets.get(name.slug);
    return dataset && { dataset, rowId: name.rowId };
  });
  const names = asked.flatMap((each) => (each ? [{ datasetId: each.dataset.id, rowId: each.rowId }] : []));
  const found = (await store.entries.byNames(names)).values();
  return asked.map((each) => {
    const entry = each && found.next().value;
    return entry && { entry, dataset: each.dataset };
  });
}
