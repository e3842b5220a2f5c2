import type { CollectionStanding, StandingInCollection } from '../../ports/collections.js';
import type { Page, PageRequest } from '../../ports/page.js';
import type { Work } from '../../ports/works.js';
import type { Registry } from '../../registry.js';

export interface WorkOfCollection {
  readonly standing: StandingInCollection;
  readonly work: Work;
}

/** Works of a collection, the last added first, each with how its answer stands to the collection's. Throws `InvalidCursor`. */
export async function worksOfCollection(
  { store }: Registry,
  collectionId: string,
  standings: readonly CollectionStanding[],
  request: PageRequest,
): Promise<Page<WorkOfCollection>> {
  const page = await store.collections.standings(collectionId, standings, request);
  const found = await store.works.byIds(page.rows.map(({ row }) => row.workId));
  const works = new Map(found.map((work) => [work.id, work]));
  const rows = page.rows.flatMap(({ cursor, row: standing }) => {
    const work = works.get(standing.workId);
    return work === undefined ? [] : [{ cursor, row: { standing, work } }];
  });
  return { ...page, rows };
}
