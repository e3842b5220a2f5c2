import { EXACT_HITS, type EntrySearch, type Facets, type FoundBy } from '../../app/ports/catalogue.js';
import type { StoreSession } from '../store-session.js';
import { factorBeyond } from './factor-beyond.js';
import { FACET_COLUMNS, FACET_GROUPING, FACET_GROUPS, type FacetGroup, facetsOf } from './facet-groups.js';
import { Parameters } from './parameters.js';
import { SEARCH_SETTINGS } from './search-entries.js';
import { type SearchWay, searchWay } from './search-way.js';

/** Also in which block of the table the last row of the group lies. */
interface Group extends FacetGroup {
  readonly last_block: number;
}

/**
 * Counts over what a search finds. Of each dataset at most `EXACT_HITS` rows and one are read; where there are more, its counts
 * are those of the rows read, raised to what the whole table would have.
 */
export async function countFacets(
  session: StoreSession,
  search: EntrySearch,
  foundBy: FoundBy,
  datasetIds: readonly number[],
): Promise<Facets> {
  const way = await searchWay(session, search, foundBy);
  if (!way) return { hits: 0, areEstimates: false, datasets: [], hosts: [], sizes: [], aesthetic: [] };
  return session.search(SEARCH_SETTINGS, async (searching) => {
    const groups = await counted(searching, way, datasetIds);
    const factors = new Map<number, number>();
    for (const { dataset_id, kind, count, last_block } of groups) {
      if (kind === 'all' && count > EXACT_HITS) {
        factors.set(dataset_id, await factorBeyond(searching, way, dataset_id, count, last_block));
      }
    }
    return facetsOf(groups, factors);
  });
}

function counted(session: StoreSession, way: SearchWay, datasetIds: readonly number[]): Promise<Group[]> {
  const parameters = new Parameters();
  const conditions = parameters.all([...way.conditions, ...way.rechecks]);
  return session.query<Group>(
    `
    SELECT ${FACET_GROUPS}, max(block)::integer AS last_block
      FROM unnest(${parameters.add(datasetIds)}::integer[]) AS asked (id),
           LATERAL (
             SELECT ${FACET_COLUMNS}, (ctid::text::point)[0] AS block
               FROM entries WHERE dataset_id = asked.id AND ${conditions}
              LIMIT ${EXACT_HITS + 1}
           ) AS hits
     ${FACET_GROUPING}`,
    parameters.values,
  );
}
