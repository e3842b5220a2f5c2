import type { Dataset } from '../../ports/catalogue.js';
import type { TableSource } from '../../ports/tables.js';
import type { Registry } from '../../registry.js';
import { ingestTable } from '../ingest/ingest-table.js';

export const DEMO_SLUG = 'demo';

/** Fills an empty store with the demo catalogue; a store that holds any other dataset, or the whole demo, is left as it is. */
export async function loadDemo(registry: Registry, source: TableSource): Promise<{ loaded: number }> {
  const present = await registry.store.datasets.all();
  const isWhole = ({ slug, rowsHeld }: Dataset) => slug === DEMO_SLUG && rowsHeld === BigInt(source.rowCount);
  if (present.some((dataset) => dataset.slug !== DEMO_SLUG || isWhole(dataset))) return { loaded: 0 };
  const { ingestion } = await ingestTable(registry, {
    dataset: {
      slug: DEMO_SLUG,
      title: 'Demo catalogue',
      description:
        'Pictures drawn by this program, so that there is something to look at. No artist made them.',
      licence: 'CC0-1.0',
      isDemo: true,
    },
    source,
  });
  return { loaded: Number(ingestion.rowsAdded) };
}
