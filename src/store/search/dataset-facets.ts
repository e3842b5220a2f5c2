import type { Dataset, Facets } from '../../app/ports/catalogue.js';
import { partitionOf } from '../partitions.js';
import type { StoreSession } from '../store-session.js';
import { FACET_COLUMNS, FACET_GROUPING, FACET_GROUPS, type FacetGroup, facetsOf } from './facet-groups.js';

/** Up to how many rows all are read; of more, blocks from all over the table with about as many. */
const MOST_READ = 50_000;

/**
 * Counts over all that a dataset holds, hidden rows among them. A larger dataset is judged by a sample that is the same each
 * time, so that a page does not change while nothing else does.
 */
export async function datasetFacets(session: StoreSession, dataset: Dataset): Promise<Facets> {
  const held = Number(dataset.rowsHeld);
  const isWhole = held <= MOST_READ;
  const sample = isWhole ? '' : `TABLESAMPLE SYSTEM (${(100 * MOST_READ) / held}) REPEATABLE (1)`;
  const groups = await session.query<FacetGroup>(
    `SELECT ${FACET_GROUPS}
       FROM (SELECT ${FACET_COLUMNS} FROM ${partitionOf('entries', dataset.id)} ${sample}) AS held
      ${FACET_GROUPING}`,
  );
  const read = groups.find(({ kind }) => kind === 'all')?.count ?? 0;
  const factors = new Map(isWhole || read === 0 ? [] : [[dataset.id, held / read] as const]);
  return facetsOf(groups, factors);
}
